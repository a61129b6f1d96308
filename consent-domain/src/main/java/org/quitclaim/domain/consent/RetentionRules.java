package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Horizon;
import org.quitclaim.domain.consent.ConsentCommand.ExpireEvidence;
import org.quitclaim.domain.consent.ConsentCommand.HoldElement;
import org.quitclaim.domain.consent.ConsentCommand.ReleaseHold;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.vault.KeyScope;

/**
 * What is kept longer than consent lasts: evidence until its own clock has run out, held elements until the hold ends.
 *
 * <p>A faceprint cannot be held: whoever withdraws recognition is not vetoed. Source: GDPR Art. 17(3)(e), 7(3); R67, R68,
 * R72.
 */
final class RetentionRules {
    /** Scopes other than RECOGNITION have one key for life. */
    static final int ONLY_GENERATION = 1;

    private RetentionRules() {}

    static Decision<ConsentEvent> hold(Known person, HoldElement command, Instant at) {
        boolean holdable = switch (command.element()) {
            case IDENTITY, EVIDENCE -> true;
            case RECOGNITION, PHOTO, STAFF, EDITORIAL -> false;
        };
        if (!holdable) {
            return Decision.reject(ConsentRejection.NOT_HOLDABLE);
        }
        if (!command.until().isAfter(at)) {
            return Decision.reject(ConsentRejection.HOLD_IN_THE_PAST);
        }
        if (!Horizon.includes(at, command.until())) {
            return Decision.reject(ConsentRejection.HOLD_TOO_LONG);
        }
        Retention now = person.retention();
        return now.ordered().contains(command.element()) && !now.holds(command.element(), at)
                ? Decision.reject(ConsentRejection.HOLD_TOO_LATE)
                : Decision.accept(new ConsentEvent.ElementHeld(
                        person.id(), command.element(), command.until(), command.reason(), at));
    }

    static Decision<ConsentEvent> release(Known person, ReleaseHold command, Instant at) {
        return person.retention().holds(command.element(), at)
                ? Decision.accept(new ConsentEvent.HoldReleased(person.id(), command.element(), at))
                : Decision.reject(ConsentRejection.NOT_HELD);
    }

    /** Identity goes with the evidence: without proof to keep there is no purpose left that needs a name. */
    static Decision<ConsentEvent> expireEvidence(Known person, ExpireEvidence command, Instant at) {
        boolean needed = person.grants().values().stream()
                        .anyMatch(grant -> grant.status().authorises()
                                && grant.terms().term().ends().isAfter(at))
                || person.outlook().standing() == Outlook.Standing.RESTRICTED;
        return needed
                ? Decision.reject(ConsentRejection.EVIDENCE_NEEDED)
                : orders(person, ErasureCause.EXPIRY, at, KeyScope.EVIDENCE, KeyScope.IDENTITY);
    }

    private static Decision<ConsentEvent> orders(Known person, ErasureCause cause, Instant at, KeyScope... elements) {
        List<ConsentEvent> events = new ArrayList<>();
        for (KeyScope element : elements) {
            if (!person.retention().ordered().contains(element)) {
                events.add(new ConsentEvent.ErasureOrdered(person.id(), element, ONLY_GENERATION, cause, at));
            }
        }
        return events.isEmpty() ? Decision.reject(ConsentRejection.ALREADY_REQUESTED) : Decision.accept(events);
    }
}
