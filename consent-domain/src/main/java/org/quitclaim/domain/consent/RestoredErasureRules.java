package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RestoreErasure;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.vault.KeyScope;

/**
 * What a destroyed key says about a history that was restored from before the key's end. Why it ended is not known any
 * more, so the widest reason is taken: who has no name any more asked to be erased altogether, and who has no faceprint
 * key took recognition back. Asking once too often harms nobody; publishing somebody who was erased does.
 *
 * <p><b>Source:</b> GDPR Art. 17; R64.
 */
final class RestoredErasureRules {
    private RestoredErasureRules() {}

    static Decision<ConsentEvent> restore(Known person, RestoreErasure command, Instant at) {
        return switch (command.scope()) {
            case RECOGNITION -> recognition(person, command.keyGeneration(), at);
            case IDENTITY, EVIDENCE -> element(person, command.scope(), at);
            case PHOTO, STAFF, EDITORIAL -> Decision.reject(ConsentRejection.NO_SUCH_KEY);
        };
    }

    private static Decision<ConsentEvent> recognition(Known person, int generation, Instant at) {
        RecognitionKey key = person.recognition();
        if (key.generation() != generation || key.phase() != RecognitionKey.Phase.ACTIVE) {
            return Decision.reject(ConsentRejection.NO_SUCH_KEY);
        }
        Decision<ConsentEvent> withdrawn = RevocationRules.withdraw(
                person, new WithdrawConsent(person.id(), true, Set.of(), WithdrawnBy.LEDGER), at);
        return withdrawn instanceof Decision.Accepted<ConsentEvent>
                ? withdrawn
                : Decision.accept(new ConsentEvent.ErasureOrdered(
                        person.id(), KeyScope.RECOGNITION, generation, ErasureCause.WITHDRAWAL, at));
    }

    /** A hold that this history has on what is destroyed holds nothing, and would keep the case open. */
    private static Decision<ConsentEvent> element(Known person, KeyScope element, Instant at) {
        List<ConsentEvent> events = new ArrayList<>();
        if (person.retention().holds(element, at)) {
            events.add(new ConsentEvent.HoldReleased(person.id(), element, at));
        }
        if (!person.retention().ordered().contains(element)) {
            RequestErasure request =
                    new RequestErasure(person.id(), PhotoTreatment.COVER, element == KeyScope.EVIDENCE);
            if (RevocationRules.erase(person, request, at) instanceof Decision.Accepted<ConsentEvent> accepted) {
                events.addAll(accepted.events());
            }
        }
        return events.isEmpty() ? Decision.reject(ConsentRejection.ALREADY_REQUESTED) : Decision.accept(events);
    }
}
