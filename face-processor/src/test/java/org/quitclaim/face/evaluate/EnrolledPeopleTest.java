package org.quitclaim.face.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.gallery.MatchVerdict;

/** Which faces of one photo may have a name. */
class EnrolledPeopleTest {

    private static MatchVerdict match(int person, double distance, boolean isClose) {
        return new MatchVerdict.Match(TestPermits.person(person), SimilarityBand.LIKELY, isClose, distance);
    }

    @Test
    void ofTwoFacesOfOnePersonTheNearerIsNamed() {
        assertThat(EnrolledPeople.nearestPerPerson(
                        List.of(match(1, 0.45, false), match(1, 0.40, false), match(2, 0.50, false))))
                .containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void aCloseFaceDoesNotTakeThePersonFromAClearOne() {
        assertThat(EnrolledPeople.nearestPerPerson(List.of(match(1, 0.40, true), match(1, 0.45, false))))
                .containsExactly(1);
    }

    @Test
    void whoIsCloseOrUnknownIsNotNamed() {
        assertThat(EnrolledPeople.nearestPerPerson(List.of(match(1, 0.40, true), new MatchVerdict.NoMatch())))
                .isEmpty();
    }
}
