package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.Coverage.Extent;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.consent.Signature.Level;
import org.quitclaim.domain.consent.Signature.Method;
import org.quitclaim.domain.consent.Signature.SignedBy;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.vault.KeyGeneration;

class TermsTest {
    /** The last two are days on which the clocks change: 25 and 23 hours long. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-23, Pacific/Auckland, 2026-11-22T11:00:00Z, 2026-11-23T11:00:00Z",
        "2026-11-23, America/New_York, 2026-11-23T05:00:00Z, 2026-11-24T05:00:00Z",
        "2026-11-23, Europe/Amsterdam, 2026-11-22T23:00:00Z, 2026-11-23T23:00:00Z",
        "2026-10-25, Europe/Amsterdam, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
        "2027-03-28, Europe/Amsterdam, 2027-03-27T23:00:00Z, 2027-03-28T22:00:00Z",
        "2026-09-06, America/Santiago, 2026-09-06T04:00:00Z, 2026-09-07T03:00:00Z"
    })
    @Requirement("R22")
    void oneDayBeginsAndEndsInTheZoneThatWasRecorded(LocalDate day, ZoneId zone, Instant begins, Instant ends) {
        Term term = new Term(day, day, zone);
        assertThat(term.begins()).isEqualTo(begins);
        assertThat(term.ends()).isEqualTo(ends);
        assertThat(term.contains(begins.minusNanos(1))).isFalse();
        assertThat(term.contains(begins)).isTrue();
        assertThat(term.contains(ends.minusNanos(1))).isTrue();
        assertThat(term.contains(ends)).isFalse();
    }

    @Test
    void theWidestTermThereIsHasABeginningAndAnEnd() {
        Term ever = new Term(LocalDate.MIN, LocalDate.MAX, Sample.AMSTERDAM);
        assertThat(ever.contains(Sample.NOW)).isTrue();
        assertThat(ever.begins()).isBefore(ever.ends());
    }

    @Test
    void aTermEndsOnOrAfterTheDayItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Term(Sample.TODAY, Sample.TODAY.minusDays(1), Sample.AMSTERDAM));
    }

    @Test
    void publicationNamesChannelsAndTerritories() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(Purpose.PUBLICATION, Set.of(), Set.of(Territory.EEA), Contexts.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(Purpose.PUBLICATION, Set.of(Channel.PRESS), Set.of(), Contexts.NONE));
    }

    @Test
    void recognitionNamesNeitherChannelNorTerritoryNorContext() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(Purpose.RECOGNITION, Set.of(Channel.PRESS), Set.of(), Contexts.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(Purpose.RECOGNITION, Set.of(), Set.of(Territory.EEA), Contexts.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(Purpose.RECOGNITION, Set.of(), Set.of(), Contexts.GENERAL));
    }

    private static Terms terms(Purpose purpose, Set<Channel> channels, Set<Territory> territories, Contexts contexts) {
        return new Terms(purpose, channels, territories, contexts, Coverage.EVERYTHING, Sample.YEAR);
    }

    @Test
    void aCoverageNamesWhatItsExtentSaysAndNamingNothingIsNotEverything() {
        var gala = List.of(Sample.collection("gala"));
        var stage = List.of(Sample.photo("stage"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(Extent.ALL, gala, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(Extent.ALL, List.of(), stage));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(Extent.COLLECTIONS, List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(Extent.COLLECTIONS, gala, stage));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(Extent.PHOTOS, List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(Extent.PHOTOS, gala, stage));
    }

    @ParameterizedTest
    @CsvSource({
        "WORLD,WORLD,true", "WORLD,EEA,true", "WORLD,US,true", "EEA,EEA,true", "EEA,NL,true", "EEA,NO,true",
        "EEA,GB,false", "EEA,CH,false", "EEA,WORLD,false", "NL,NL,true", "NL,BE,false", "NL,EEA,false",
        "NL,WORLD,false"
    })
    void aTerritoryCoversItselfAndWhatLiesInIt(String one, String other, boolean covers) {
        assertThat(new Territory(one).covers(new Territory(other))).isEqualTo(covers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nl", "NLD", "world", "N1"})
    void anythingElseIsNoTerritory(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Territory(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HIV", "hip surgery", "-a", "a23456789012345678901234567890123456789012"})
    void aContextIsAShortCode(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new UseContext(code));
    }

    @Test
    void termsKeepEveryTerritoryChannelAndContextInOneOrder() {
        Set<Territory> where = Set.of(new Territory("NL"), new Territory("BE"), Territory.EEA);
        Contexts contexts = Contexts.of(new UseContext("knee"), new UseContext("hip"));
        Terms terms = terms(Purpose.PUBLICATION, Set.of(Channel.PRESS, Channel.WEBSITE), where, contexts);
        assertThat(terms.territories()).containsExactly(new Territory("BE"), Territory.EEA, new Territory("NL"));
        assertThat(terms.contexts().named()).containsExactly(new UseContext("hip"), new UseContext("knee"));
        assertThat(terms.channels()).containsExactly(Channel.WEBSITE, Channel.PRESS);
    }

    @Test
    void representativesAreNamedExactlyWhenTheySign() {
        assertThatIllegalArgumentException().isThrownBy(() -> signature(SignedBy.REPRESENTATIVE, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> signature(SignedBy.PERSON, List.of(Sample.representative("mother"))));
    }

    @Test
    void keyGenerationsCountFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new KeyGeneration(0));
        assertThat(KeyGeneration.FIRST.next()).isEqualTo(new KeyGeneration(2)).isGreaterThan(KeyGeneration.FIRST);
    }

    private static Signature signature(SignedBy by, List<RepresentativeId> representatives) {
        return new Signature(by, representatives, Level.SIMPLE, Method.LINK, Confirmation.SIGNED, Consents.EVIDENCE);
    }
}
