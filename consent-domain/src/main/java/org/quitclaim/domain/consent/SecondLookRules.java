package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.ConfirmGrants;
import org.quitclaim.domain.consent.ConsentState.Known;

/**
 * Which yes counts only when a second employee has seen the person: to recognition, and to being shown as a patient,
 * unless it came through a contact point that was confirmed before.
 *
 * <p><b>Guarantees:</b> until then it is kept, can be taken back and runs out like any other, and allows nothing; nor does
 * it end a no. Once confirmed it stays so.
 *
 * <p><b>Source:</b> GDPR Art. 7(1), 9(2)(a): the controller has to be able to show that it was her.
 */
final class SecondLookRules {
    private SecondLookRules() {}

    static Decision<ConsentEvent> confirm(Known person, ConfirmGrants command, Instant at) {
        Optional<ConsentRejection> ended = GrantRules.ended(person);
        if (ended.isPresent()) {
            return Decision.reject(ended.get());
        }
        boolean allWait = command.grants().stream()
                .allMatch(id -> Optional.ofNullable(person.grants().get(id))
                        .filter(person::waits)
                        .isPresent());
        if (command.grants().isEmpty() || !allWait) {
            return Decision.reject(ConsentRejection.NOTHING_WAITS);
        }
        return command.by()
                .refusal()
                .<Decision<ConsentEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(
                        new ConsentEvent.GrantsConfirmed(person.id(), command.grants(), command.seen(), at)));
    }

    /** Whether somebody has to have seen whoever is in this capacity, before it counts. */
    static boolean needed(Capacity capacity, Terms terms, Signature signature) {
        boolean matters = switch (terms.purpose()) {
            case RECOGNITION -> true;
            case PUBLICATION -> capacity == Capacity.PATIENT;
        };
        return matters && !signature.method().showsWho();
    }
}
