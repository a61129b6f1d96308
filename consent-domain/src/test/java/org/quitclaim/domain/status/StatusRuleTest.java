package org.quitclaim.domain.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.COVERED;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.ORIGINAL;
import static org.quitclaim.domain.photo.Photos.RIGHT;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentStatus;
import org.quitclaim.domain.consent.Consents;
import org.quitclaim.domain.consent.Grant;
import org.quitclaim.domain.consent.Outlook;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.DismissalReason;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.PhotoState;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Photos;
import org.quitclaim.domain.status.StatusRule.Purpose;

class StatusRuleTest {
    private static final PersonId ANNA = Sample.person("anna");
    private static final PersonId BORIS = Sample.person("boris");
    private static final Purpose WEBSITE = new Purpose(Channel.WEBSITE, new Territory("NL"), UseContext.GENERAL, false);
    private static final Map<PersonId, Outlook> ANNA_ONLY = Map.of(ANNA, outlook(grant(Sample.YEAR)));

    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> photo = Photos.reviewed(LEFT, RIGHT);

    @Test
    void aReviewedPhotoWithoutAnybodyIsGreenForEver() {
        assertThat(status(Photos.reviewed(), ANNA_ONLY))
                .isEqualTo(new Status(Colour.GREEN, List.of(), Optional.empty()));
    }

    @Test
    void aPhotoIsGreenUntilTheFirstGrantItRestsOnHasEnded() {
        Term shorter = new Term(Sample.TODAY, Sample.TODAY.plusDays(3), Sample.AMSTERDAM);
        var both = photo.and(sighted(), new ConfirmSighting(STAGE, RIGHT, BORIS, ConfirmedBy.HAND));
        Map<PersonId, Outlook> outlooks = Map.of(ANNA, outlook(grant(Sample.YEAR)), BORIS, outlook(grant(shorter)));
        assertThat(status(both, outlooks)).isEqualTo(new Status(Colour.GREEN, List.of(), Optional.of(shorter.ends())));
    }

    @ParameterizedTest
    @CsvSource({"false,false,AMBER,photo.not-yet-detected", "true,false,AMBER,photo.not-reviewed", "true,true,GREEN,"})
    @Requirement("R39")
    void whatNobodyLookedAtIsAmber(boolean detected, boolean reviewed, Colour colour, String code) {
        var some = detected
                ? Photos.registered().and(new RecordFaces(STAGE, Photos.THOROUGHLY, List.of()))
                : Photos.registered();
        var seen = reviewed ? some.and(new PhotoCommand.CompleteReview(STAGE, true)) : some;
        Status status = status(seen, ANNA_ONLY);
        assertThat(status.colour()).isEqualTo(colour);
        assertThat(status.reasons())
                .isEqualTo(
                        code == null
                                ? List.of()
                                : List.of(new StatusReason(code, colour, List.of(), List.of(), List.of())));
    }

    @Test
    @Requirement({"R39", "R40"})
    void anOpenFaceIsAmberAndSaysWhich() {
        Status status = status(photo.and(sighted()), ANNA_ONLY);
        assertThat(status.colour()).isEqualTo(Colour.AMBER);
        assertThat(status.reasons())
                .containsExactly(
                        new StatusReason("photo.face-open", Colour.AMBER, List.of(RIGHT), List.of(), List.of()));
        assertThat(status.until()).isEmpty();
    }

    @Test
    void anUnregisteredFaceIsRedUnlessCovered() {
        var stranger = photo.and(sighted(), new DeclareUnregistered(STAGE, RIGHT), Photos.cover(COVERED, RIGHT));
        assertThat(status(stranger, ANNA_ONLY).reasons())
                .containsExactly(
                        new StatusReason("photo.face-unregistered", Colour.RED, List.of(RIGHT), List.of(), List.of()));
        assertThat(status(stranger, ANNA_ONLY, COVERED, Sample.NOW).colour()).isEqualTo(Colour.GREEN);
    }

    @Test
    void aDismissedFaceAsksNobody() {
        var statue = photo.and(sighted(), new DismissFace(STAGE, RIGHT, DismissalReason.NOT_A_PERSON));
        assertThat(status(statue, ANNA_ONLY).colour()).isEqualTo(Colour.GREEN);
    }

    @Test
    @Requirement({"R39", "R40"})
    void somebodyWithoutConsentIsRedAndNamed() {
        var both = photo.and(sighted(), new ConfirmSighting(STAGE, RIGHT, BORIS, ConfirmedBy.HAND));
        assertThat(status(both, ANNA_ONLY).reasons())
                .containsExactly(new StatusReason(
                        "consent.unknown-person", Colour.RED, List.of(RIGHT), List.of(BORIS), List.of()));
        assertThat(status(both, Map.of(ANNA, outlook(grant(Sample.YEAR)), BORIS, Outlook.NOTHING))
                        .reasons())
                .containsExactly(
                        new StatusReason("consent.no-consent", Colour.RED, List.of(RIGHT), List.of(BORIS), List.of()));
    }

    @Test
    void redOutranksAmberOutranksGreen() {
        var mixed = photo.and(new DeclareUnregistered(STAGE, RIGHT));
        Status status = status(mixed, ANNA_ONLY);
        assertThat(status.colour()).isEqualTo(Colour.RED);
        assertThat(status.reasons()).extracting(StatusReason::colour).containsExactly(Colour.AMBER, Colour.RED);
        for (Colour one : Colour.values()) {
            for (Colour other : Colour.values()) {
                assertThat(one.worse(other)).isEqualTo(one.ordinal() > other.ordinal() ? one : other);
            }
        }
    }

    @Test
    void aRemovedPhotoIsRed() {
        assertThat(status(Photos.reviewed().and(new RemovePhoto(STAGE)), ANNA_ONLY)
                        .reasons())
                .containsExactly(new StatusReason("photo.removed", Colour.RED, List.of(), List.of(), List.of()));
    }

    @Test
    @Requirement("R22")
    void theLastDayOfAGrantIsGreenAndTheNextIsRed() {
        var anna = photo.and(sighted(), new DismissFace(STAGE, RIGHT, DismissalReason.NOT_A_PERSON));
        assertThat(on(anna, Sample.YEAR.until(), grant(Sample.YEAR))).isEqualTo(Colour.GREEN);
        assertThat(on(anna, Sample.YEAR.until().plusDays(1), grant(Sample.YEAR)))
                .isEqualTo(Colour.RED);
        assertThat(on(anna, Sample.YEAR.from(), grant(Sample.YEAR))).isEqualTo(Colour.GREEN);
        assertThat(on(anna, Sample.YEAR.from().minusDays(1), grant(Sample.YEAR)))
                .isEqualTo(Colour.RED);
    }

    /** In Auckland the day ends at noon in Amsterdam; in New York it begins at six in the morning there. */
    @ParameterizedTest
    @CsvSource({"Pacific/Auckland", "America/New_York"})
    @Requirement("R22")
    void aDayThatIsGreenInPartIsNotGreen(ZoneId zone) {
        var anna = photo.and(sighted(), new DismissFace(STAGE, RIGHT, DismissalReason.NOT_A_PERSON));
        Term day = new Term(Sample.TODAY, Sample.TODAY, zone);
        assertThat(on(anna, Sample.TODAY, grant(day))).isEqualTo(Colour.RED);
    }

    @Test
    void aGapBetweenTwoGrantsWithinTheDayIsNotGreen() {
        var anna = photo.and(sighted(), new DismissFace(STAGE, RIGHT, DismissalReason.NOT_A_PERSON));
        LocalDate yesterday = Sample.TODAY.minusDays(1);
        Grant untilNoonOfToday = grant(new Term(yesterday, Sample.TODAY, ZoneId.of("Pacific/Auckland")));
        Grant fromTheEvening = grant(new Term(Sample.TODAY, Sample.TODAY.plusDays(9), ZoneId.of("Etc/GMT+12")));
        Grant fromTheMorning = grant(new Term(Sample.TODAY, Sample.TODAY.plusDays(9), ZoneId.of("America/New_York")));
        assertThat(untilNoonOfToday.terms().term().ends())
                .isBefore(fromTheEvening.terms().term().begins());
        assertThat(on(anna, Sample.TODAY, untilNoonOfToday, fromTheEvening)).isEqualTo(Colour.RED);
        assertThat(on(anna, Sample.TODAY, untilNoonOfToday, fromTheMorning)).isEqualTo(Colour.GREEN);
    }

    private static ConfirmSighting sighted() {
        return new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.HAND);
    }

    private static Colour on(Scenario<PhotoState, PhotoCommand, PhotoEvent> photo, LocalDate day, Grant... grants) {
        Registered state = (Registered) photo.state();
        Map<PersonId, Outlook> outlooks = Map.of(ANNA, outlook(grants));
        return StatusRule.on(
                        state,
                        Sample.in(state.renditions(), ORIGINAL),
                        WEBSITE,
                        person -> Optional.ofNullable(outlooks.get(person)),
                        day,
                        Sample.AMSTERDAM)
                .colour();
    }

    private static Status status(
            Scenario<PhotoState, PhotoCommand, PhotoEvent> photo, Map<PersonId, Outlook> outlooks) {
        return status(photo, outlooks, ORIGINAL, Sample.NOW);
    }

    private static Status status(
            Scenario<PhotoState, PhotoCommand, PhotoEvent> photo,
            Map<PersonId, Outlook> outlooks,
            RenditionId rendition,
            Instant at) {
        Registered state = (Registered) photo.state();
        return StatusRule.at(
                state,
                Sample.in(state.renditions(), rendition),
                WEBSITE,
                person -> Optional.ofNullable(outlooks.get(person)),
                at);
    }

    private static Outlook outlook(Grant... grants) {
        return new Outlook(Outlook.Standing.NORMAL, Arrays.asList(grants));
    }

    private static Grant grant(Term term) {
        return new Grant(
                Sample.grant("one"),
                Sample.quitclaim("q"),
                Consents.NOTICE,
                Sample.sha256('a'),
                "nl",
                Consents.publication(Channel.WEBSITE, term),
                0,
                Consents.signed(Signature.Confirmation.TWO_STEPS),
                ConsentStatus.GIVEN);
    }
}
