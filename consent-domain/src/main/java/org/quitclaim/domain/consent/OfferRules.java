package org.quitclaim.domain.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.consent.ConsentCommand.OfferQuitclaim;
import org.quitclaim.domain.consent.ConsentState.Known;

/** When a person may be asked. */
final class OfferRules {
    private OfferRules() {}

    static Decision<ConsentEvent> offer(Known person, OfferQuitclaim command, Instant at) {
        return obstacle(person, command, at)
                .<Rejection>map(one -> one)
                .or(() -> command.rules()
                        .longest()
                        .against(command.asks().stream().map(Ask::terms).toList(), at))
                .or(() -> refusedBefore(person, command, at))
                .<Decision<ConsentEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(new ConsentEvent.QuitclaimOffered(
                        person.id(),
                        command.quitclaim(),
                        command.notice(),
                        command.noticeSha256ByLanguage(),
                        command.asks(),
                        command.justification(),
                        command.again(),
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
        if (command.asks().size() > Offer.MOST_ASKED) {
            return Optional.of(ConsentRejection.TOO_MUCH_ASKED);
        }
        if (command.noticeSha256ByLanguage().isEmpty()) {
            return Optional.of(ConsentRejection.NO_NOTICE_TEXT);
        }
        if (person.capacity().imbalanced() && command.justification().isEmpty()) {
            return Optional.of(ConsentRejection.JUSTIFICATION_NEEDED);
        }
        return terms(command.asks().stream().map(Ask::terms).toList(), at);
    }

    /** Whoever asks again is told of the no, and needs a reason that is not the wish for a yes. */
    private static Optional<Rejection> refusedBefore(Known person, OfferQuitclaim command, Instant at) {
        if (command.again().stream().anyMatch(AskedAgain::comesFromHer)) {
            return Optional.empty();
        }
        Optional<Refused> last = person.outlook().refusals().stream()
                .filter(refused -> command.asks().stream().anyMatch(ask -> refused.isAskedAgainBy(ask.terms())))
                .max(Comparator.comparing(Refused::on));
        return last.<Rejection>flatMap(refused -> tooSoon(refused, command.rules(), at))
                .or(() -> last.filter(_ -> command.again().isEmpty()).map(refused -> new RefusedBefore(refused.on())));
    }

    private static Optional<AskedTooSoon> tooSoon(Refused last, AskingRules rules, Instant at) {
        LocalDate from = rules.askedAgainFrom(last.on());
        return LocalDate.ofInstant(at, last.terms().term().zone()).isBefore(from)
                ? Optional.of(new AskedTooSoon(from))
                : Optional.empty();
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
