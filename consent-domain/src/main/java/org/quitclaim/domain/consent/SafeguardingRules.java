package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.Optional;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.access.AgreementRules;
import org.quitclaim.domain.breach.BreachDecisions;
import org.quitclaim.domain.consent.ConsentCommand.AgreeToEndOfSafeguarding;
import org.quitclaim.domain.consent.ConsentCommand.AskEndOfSafeguarding;
import org.quitclaim.domain.consent.ConsentCommand.SafeguardPerson;
import org.quitclaim.domain.consent.ConsentState.Known;

/**
 * Somebody who must not be found: a court order, a secret address, a threat.
 *
 * <p><b>Guarantees:</b> one officer's word is enough to begin, and it holds at once; it ends when a second one agrees within
 * 24 hours. To everybody but officers it looks like a restriction of processing, since whoever could tell them apart would
 * know of it. Nothing is destroyed because of it: the faceprint is suspended, as under a restriction.
 *
 * <p><b>Source:</b> GDPR Art. 5(1)(f), 6(1)(c), (d), 32; ADR 52.
 */
final class SafeguardingRules {
    private SafeguardingRules() {}

    static Decision<ConsentEvent> order(Known person, SafeguardPerson command, Instant at) {
        if (person.erasureRequested()) {
            return Decision.reject(ConsentRejection.PERSON_ERASED);
        }
        return person.safeguarding().stands()
                ? Decision.reject(ConsentRejection.ALREADY_SAFEGUARDED)
                : Decision.accept(new ConsentEvent.SafeguardingOrdered(
                        person.id(), command.reason(), person.revocations() + 1, at));
    }

    /** Whoever asks anew takes the place of whoever asked before. */
    static Decision<ConsentEvent> askEnd(Known person, AskEndOfSafeguarding command, Instant at) {
        return person.safeguarding().stands()
                ? Decision.accept(new ConsentEvent.SafeguardingEndAsked(
                        person.id(), command.by(), at.plus(BreachDecisions.CONFIRMED_WITHIN), at))
                : Decision.reject(ConsentRejection.NOT_SAFEGUARDED);
    }

    static Decision<ConsentEvent> agree(Known person, AgreeToEndOfSafeguarding command, Instant at) {
        Optional<Safeguarding.EndAsked> asked = person.safeguarding().ending().stream()
                .filter(one -> at.isBefore(one.until()))
                .findFirst();
        return asked.map(one -> refusal(one, command)
                        .<Decision<ConsentEvent>>map(Decision::reject)
                        .orElseGet(() -> Decision.accept(new ConsentEvent.SafeguardingEnded(
                                person.id(), one.by().account(), at))))
                .orElseGet(() -> Decision.reject(ConsentRejection.NO_END_ASKED));
    }

    private static Optional<Rejection> refusal(Safeguarding.EndAsked asked, AgreeToEndOfSafeguarding command) {
        return command.required()
                ? AgreementRules.between(
                        asked.by(), command.by(), ConsentRejection.END_SAME_PERSON, ConsentRejection.END_SAME_WORD)
                : Optional.empty();
    }

    static Optional<ConsentEvent> again(Known person, ConsentEvent.SafeguardingOrdered no, Instant at) {
        return person.safeguarding().stands() || person.erasureRequested()
                ? Optional.empty()
                : Optional.of(
                        new ConsentEvent.SafeguardingOrdered(person.id(), no.reason(), person.revocations() + 1, at));
    }
}
