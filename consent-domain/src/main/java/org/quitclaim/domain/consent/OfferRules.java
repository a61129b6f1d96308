package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.OfferQuitclaim;
import org.quitclaim.domain.consent.ConsentState.Known;

/** When a person may be asked. */
final class OfferRules {
    private OfferRules() {}

    static Decision<ConsentEvent> offer(Known person, OfferQuitclaim command, Instant at) {
        return obstacle(person, command, at)
                .<Decision<ConsentEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new ConsentEvent.QuitclaimOffered(
                        person.id(),
                        command.quitclaim(),
                        command.notice(),
                        command.noticeSha256ByLanguage(),
                        command.asks(),
                        command.justification(),
                        at)));
    }

    private static Optional<ConsentRejection> obstacle(Known person, OfferQuitclaim command, Instant at) {
        if (person.erasureRequested()) {
            return Optional.of(ConsentRejection.PERSON_ERASED);
        }
        if (person.deceased()) {
            return Optional.of(ConsentRejection.PERSON_DECEASED);
        }
        if (person.offers().containsKey(command.quitclaim())) {
            return Optional.of(ConsentRejection.QUITCLAIM_EXISTS);
        }
        if (command.asks().isEmpty()) {
            return Optional.of(ConsentRejection.NOTHING_ASKED);
        }
        if (command.noticeSha256ByLanguage().isEmpty()) {
            return Optional.of(ConsentRejection.NO_NOTICE_TEXT);
        }
        if (person.capacity().imbalanced() && command.justification().isEmpty()) {
            return Optional.of(ConsentRejection.JUSTIFICATION_NEEDED);
        }
        return terms(command.asks().stream().map(Ask::terms).toList(), at);
    }

    /** Every permission ends, on a day that is still to come and that can be foreseen. Source: GDPR Art. 5(1)(e); R22. */
    static Optional<ConsentRejection> terms(List<Terms> asked, Instant at) {
        if (!asked.stream().allMatch(terms -> terms.term().ends().isAfter(at))) {
            return Optional.of(ConsentRejection.TERM_IN_THE_PAST);
        }
        return asked.stream().allMatch(terms -> terms.term().isWithin(at))
                ? Optional.empty()
                : Optional.of(ConsentRejection.TERM_TOO_LONG);
    }
}
