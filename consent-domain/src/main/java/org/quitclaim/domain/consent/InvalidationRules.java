package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.InvalidateGrant;
import org.quitclaim.domain.consent.ConsentState.Known;

/**
 * A permission that was never the person's own ends at once, on the word of one officer: it is a no.
 *
 * <p><b>Guarantees:</b> with it ends every permission that the same form gave, since one signature gave them all. What it
 * had replaced does not come back. Not ended is what the person said herself on another form.
 *
 * <p><b>Source:</b> GDPR Art. 4(11), 5(2), 7(1), 17(1)(d); R10.
 */
final class InvalidationRules {
    private InvalidationRules() {}

    static Decision<ConsentEvent> invalidate(Known person, InvalidateGrant command, Instant at) {
        if (person.erasureRequested()) {
            return Decision.reject(ConsentRejection.PERSON_ERASED);
        }
        Grant named = person.grants().get(command.grant());
        if (named == null || !named.status().authorises()) {
            return Decision.reject(ConsentRejection.UNKNOWN_GRANT);
        }
        List<EndedGrant> ended = live(person, grant -> grant.quitclaim().equals(named.quitclaim()));
        List<ConsentEvent> events = new ArrayList<>();
        events.add(new ConsentEvent.ConsentInvalidated(
                person.id(), ended, command.because(), person.revocations() + 1, at));
        // while her data stands still nothing is destroyed that she did not order herself: it goes when that ends
        if (ended.stream().anyMatch(one -> one.purpose() == Purpose.RECOGNITION) && !person.restricted()) {
            RevocationRules.faceprint(person, ErasureCause.NO_VALID_CONSENT, at).ifPresent(events::add);
        }
        return Decision.accept(events);
    }

    /** As a restored history says it again: a permission that it does not know may have renewed one of the same purpose. */
    static Optional<ConsentEvent> again(Known person, ConsentEvent.ConsentInvalidated no, Instant at) {
        List<EndedGrant> ended = live(
                person,
                grant -> no.ended().stream()
                        .anyMatch(one -> one.grant().equals(grant.id())
                                || (!person.grants().containsKey(one.grant())
                                        && one.purpose() == grant.terms().purpose())));
        return ended.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConsentEvent.ConsentInvalidated(
                        person.id(), ended, no.because(), person.revocations() + 1, at));
    }

    private static List<EndedGrant> live(Known person, Predicate<Grant> which) {
        return person.grants().values().stream()
                .filter(grant -> grant.status().authorises())
                .filter(which)
                .map(EndedGrant::of)
                .toList();
    }
}
