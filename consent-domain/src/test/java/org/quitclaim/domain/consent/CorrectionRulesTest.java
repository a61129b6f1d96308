package org.quitclaim.domain.consent;

import static org.quitclaim.domain.consent.Consents.ANNA;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.AddRepresentative;
import org.quitclaim.domain.consent.ConsentCommand.CorrectIdentity;
import org.quitclaim.domain.consent.ConsentCommand.CorrectRepresentative;
import org.quitclaim.domain.consent.ConsentCommand.DisputeRepresentation;
import org.quitclaim.domain.consent.ConsentCommand.HoldElement;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentEvent.IdentityCorrected;
import org.quitclaim.domain.consent.ConsentEvent.RepresentativeCorrected;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

/** What is written about somebody can be put right, once per reading of it. */
class CorrectionRulesTest {
    private static final RecordId FIRST = Sample.record("identity");
    private static final RecordId SECOND = Sample.record("second");
    private static final RecordId THIRD = Sample.record("third");
    private static final RepresentativeId MOTHER = Sample.representative("mother");
    private static final RightsRequestId ASKED = Sample.rightsRequest("asked");
    private static final Instant NOW = Sample.NOW;

    private static CorrectIdentity identity(RecordId former, RecordId right) {
        return new CorrectIdentity(ANNA, right, former, List.of());
    }

    private static CorrectRepresentative mother(RecordId former, RecordId right) {
        return new CorrectRepresentative(ANNA, MOTHER, right, former, List.of());
    }

    private static Scenario<ConsentState, ConsentCommand, ConsentEvent> withMother() {
        return Consents.registered(Capacity.PUPIL, AgeGroup.MINOR)
                .and(new AddRepresentative(
                        ANNA, new Representative(MOTHER, Representative.Role.PARENT, FIRST, true, true, false)));
    }

    @Test
    void what_was_read_is_replaced() {
        Consents.visitor()
                .when(new CorrectIdentity(ANNA, SECOND, FIRST, List.of(ASKED)))
                .then(new IdentityCorrected(ANNA, SECOND, FIRST, List.of(ASKED), NOW));
        withMother()
                .when(mother(FIRST, SECOND))
                .then(new RepresentativeCorrected(ANNA, MOTHER, SECOND, FIRST, List.of(), NOW));
    }

    @Test
    void of_two_who_read_the_same_the_second_reads_again() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> once =
                Consents.visitor().and(identity(FIRST, SECOND));
        once.when(identity(FIRST, THIRD)).then(ConsentRejection.DETAILS_CHANGED);
        once.when(identity(SECOND, THIRD)).then(new IdentityCorrected(ANNA, THIRD, SECOND, List.of(), NOW));
        withMother().and(mother(FIRST, SECOND)).when(mother(FIRST, THIRD)).then(ConsentRejection.DETAILS_CHANGED);
    }

    @Test
    void nothing_is_written_about_who_is_erased_or_unknown() {
        Consents.visitor()
                .and(new RequestErasure(ANNA))
                .when(identity(FIRST, SECOND))
                .then(ConsentRejection.PERSON_ERASED);
        withMother().and(new RequestErasure(ANNA)).when(mother(FIRST, SECOND)).then(ConsentRejection.PERSON_ERASED);
        Consents.nobody().when(identity(FIRST, SECOND)).then(ConsentRejection.UNKNOWN_PERSON);
        Consents.visitor().when(mother(FIRST, SECOND)).then(ConsentRejection.UNKNOWN_REPRESENTATIVE);
    }

    @Test
    void while_data_stands_still_only_what_the_person_asks_for_is_done() {
        Scenario<ConsentState, ConsentCommand, ConsentEvent> still =
                Consents.visitor().and(new RestrictProcessing(ANNA));
        still.when(identity(FIRST, SECOND)).then(ConsentRejection.CORRECTION_NOT_ASKED);
        still.when(new CorrectIdentity(ANNA, SECOND, FIRST, List.of(ASKED)))
                .then(new IdentityCorrected(ANNA, SECOND, FIRST, List.of(ASKED), NOW));
    }

    @Test
    void what_a_claim_needs_is_not_replaced_while_it_is_held() {
        for (KeyScope element : List.of(KeyScope.IDENTITY, KeyScope.EVIDENCE)) {
            Scenario<ConsentState, ConsentCommand, ConsentEvent> held = withMother()
                    .and(new HoldElement(ANNA, element, NOW.plus(Duration.ofDays(90)), Sample.record("why")));
            held.when(element == KeyScope.IDENTITY ? identity(FIRST, SECOND) : mother(FIRST, SECOND))
                    .then(ConsentRejection.DETAILS_HELD);
        }
    }

    @Test
    void a_correction_changes_nothing_else_of_who_signs() {
        withMother()
                .and(new DisputeRepresentation(ANNA, MOTHER), mother(FIRST, SECOND))
                .when(new DisputeRepresentation(ANNA, MOTHER))
                .then(ConsentRejection.REPRESENTATION_DISPUTED);
    }
}
