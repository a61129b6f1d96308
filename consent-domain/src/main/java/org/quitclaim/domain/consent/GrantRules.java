package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.GrantConsent;
import org.quitclaim.domain.consent.ConsentCommand.RenewConsent;
import org.quitclaim.domain.consent.ConsentState.Known;

/** When a yes counts as consent. */
final class GrantRules {
    private GrantRules() {}

    static Decision<ConsentEvent> grant(Known person, GrantConsent command, Instant at) {
        Offer offer = person.offers().get(command.quitclaim());
        if (offer == null) {
            return Decision.reject(ConsentRejection.UNKNOWN_QUITCLAIM);
        }
        Optional<ConsentRejection> obstacle = ended(person)
                .or(() -> unanswered(offer))
                .or(() -> truthful(command.signature(), command.through()))
                .or(() -> answers(offer, command))
                .or(() -> text(offer, command.language()))
                .or(() -> yes(person, offer, command))
                .or(() -> explicit(person, granted(offer, command), command.sensitive(), command.signature()))
                .or(() -> OfferRules.terms(granted(offer, command), at))
                .or(() -> key(person, granted(offer, command), command.keyGeneration(), at));
        return obstacle.<Decision<ConsentEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(events(person, offer, command, at)));
    }

    static Decision<ConsentEvent> renew(Known person, RenewConsent command, Instant at) {
        Grant old = person.grants().get(command.replaced());
        if (old == null || !old.authorises(old.terms().purpose(), at)) {
            return Decision.reject(ConsentRejection.UNKNOWN_GRANT);
        }
        Offer offer = person.offers().get(command.quitclaim());
        if (offer == null || command.ask() < 0 || command.ask() >= offer.asks().size()) {
            return Decision.reject(ConsentRejection.UNKNOWN_QUITCLAIM);
        }
        Terms terms = offer.asks().get(command.ask()).terms();
        Optional<ConsentRejection> obstacle = ended(person)
                .or(() -> unanswered(offer))
                .or(() -> same(old.terms(), terms))
                .or(() -> wide(old.terms(), terms, at))
                .or(() -> text(offer, command.language()))
                .or(() -> RepresentationRules.obstacle(person, command.signature(), command.bothParents()))
                .or(() -> fair(person, offer))
                .or(() -> explicit(person, List.of(terms), command.sensitive(), command.signature()))
                .or(() -> countsAtOnce(person, terms, command.signature()))
                .or(() -> OfferRules.terms(List.of(terms), at));
        return obstacle.<Decision<ConsentEvent>>map(Decision::reject)
                .orElseGet(() -> Decision.accept(renewed(person, old, offer, command, terms, at)));
    }

    private static ConsentEvent renewed(
            Known person, Grant old, Offer offer, RenewConsent command, Terms terms, Instant at) {
        return new ConsentEvent.ConsentRenewed(
                person.id(),
                old.id(),
                offer.id(),
                command.ask(),
                command.grant(),
                offer.notice(),
                sha256(offer, command.language()),
                command.language(),
                terms,
                command.signature(),
                old.keyGeneration(),
                at);
    }

    /** What is replaced is over; nothing would stand in its place while somebody looks for a second employee. */
    private static Optional<ConsentRejection> countsAtOnce(Known person, Terms terms, Signature signature) {
        return SecondLookRules.needed(person.capacity(), terms, signature)
                ? Optional.of(ConsentRejection.RENEWAL_WOULD_WAIT)
                : Optional.empty();
    }

    /** A no needs nobody's authority, and who may say yes for somebody is no reason not to hear it. */
    private static Optional<ConsentRejection> yes(Known person, Offer offer, GrantConsent command) {
        return granted(offer, command).isEmpty()
                ? Optional.empty()
                : RepresentationRules.obstacle(person, command.signature(), command.bothParents())
                        .or(() -> fair(person, offer));
    }

    /** She may have been found to be dependent since she was asked. */
    private static Optional<ConsentRejection> fair(Known person, Offer offer) {
        return CircumstanceRules.fairlyAsked(person.capacity(), offer)
                ? Optional.empty()
                : Optional.of(ConsentRejection.JUSTIFICATION_NEEDED);
    }

    static Optional<ConsentRejection> ended(Known person) {
        if (person.erasureRequested()) {
            return Optional.of(ConsentRejection.PERSON_ERASED);
        }
        return person.deceased() ? Optional.of(ConsentRejection.PERSON_DECEASED) : Optional.empty();
    }

    private static Optional<ConsentRejection> unanswered(Offer offer) {
        return offer.answered() ? Optional.of(ConsentRejection.ALREADY_ANSWERED) : Optional.empty();
    }

    /**
     * What nobody who records an answer can have seen: that the person used their own link, or that a signature is more
     * than a simple one, which only a verified signature file would show. Source: eIDAS Art. 3(11), 3(12), 25 and 26.
     */
    private static Optional<ConsentRejection> truthful(Signature signature, Through through) {
        if (signature.level() != Signature.Level.SIMPLE) {
            return Optional.of(ConsentRejection.LEVEL_UNVERIFIED);
        }
        boolean hers = signature.method().byLink() || signature.confirmation() == Signature.Confirmation.CODE;
        return hers && through == Through.STAFF ? Optional.of(ConsentRejection.LINK_IS_THE_PERSONS) : Optional.empty();
    }

    /** Nothing is preselected: silence on one question refuses the whole submission. Source: GDPR Art. 4(11); R1. */
    private static Optional<ConsentRejection> answers(Offer offer, GrantConsent command) {
        Set<Integer> answered = command.answers().stream().map(Answer::ask).collect(Collectors.toSet());
        Set<Integer> asked = offer.asks().stream().map(Ask::number).collect(Collectors.toSet());
        if (answered.size() < command.answers().size() || !asked.containsAll(answered)) {
            return Optional.of(ConsentRejection.UNKNOWN_QUESTION);
        }
        return answered.containsAll(asked) ? Optional.empty() : Optional.of(ConsentRejection.MISSING_CHOICE);
    }

    private static Optional<ConsentRejection> text(Offer offer, String language) {
        return offer.noticeSha256ByLanguage().containsKey(language)
                ? Optional.empty()
                : Optional.of(ConsentRejection.UNKNOWN_LANGUAGE);
    }

    private static Optional<ConsentRejection> explicit(
            Known person, List<Terms> granted, Set<UseContext> sensitive, Signature signature) {
        boolean needed = granted.stream().anyMatch(terms -> terms.needExplicit(person.capacity(), sensitive::contains));
        return needed && !signature.confirmation().explicit()
                ? Optional.of(ConsentRejection.CONFIRMATION_NEEDED)
                : Optional.empty();
    }

    private static Optional<ConsentRejection> key(Known person, List<Terms> granted, int generation, Instant at) {
        boolean recognition = granted.stream().anyMatch(terms -> terms.purpose() == Purpose.RECOGNITION);
        if (!recognition) {
            return Optional.empty();
        }
        if (!person.takesRecognition()) {
            return Optional.of(ConsentRejection.ALREADY_GRANTED);
        }
        // not only the next one: a restored history has forgotten generations that the vault has destroyed
        return generation > person.recognition().generation()
                ? Optional.empty()
                : Optional.of(ConsentRejection.STALE_KEY);
    }

    /** As {@link #renew} demands it of what takes the place of a permission. */
    static boolean mayHaveRenewed(Grant grant, Grant ended) {
        return ended.status() == ConsentStatus.EXPIRED
                && grant.status() == ConsentStatus.RENEWED
                && same(ended.terms(), grant.terms()).isEmpty()
                && grant.terms().reachAsFarAs(ended.terms());
    }

    private static Optional<ConsentRejection> same(Terms old, Terms fresh) {
        return old.purpose() == fresh.purpose() && old.channels().equals(fresh.channels())
                ? Optional.empty()
                : Optional.of(ConsentRejection.OTHER_PURPOSE);
    }

    /** Taking something back is a withdrawal, which orders takedowns; a renewal does not. */
    private static Optional<ConsentRejection> wide(Terms old, Terms fresh, Instant at) {
        return !fresh.term().begins().isAfter(at) && fresh.reachAsFarAs(old)
                ? Optional.empty()
                : Optional.of(ConsentRejection.NARROWER_RENEWAL);
    }

    private static List<Terms> granted(Offer offer, GrantConsent command) {
        return command.answers().stream()
                .filter(Answer::granted)
                .map(answer -> offer.asks().get(answer.ask()).terms())
                .toList();
    }

    private static List<ConsentEvent> events(Known person, Offer offer, GrantConsent command, Instant at) {
        List<ConsentEvent> events = new ArrayList<>();
        if (granted(offer, command).stream().anyMatch(terms -> terms.purpose() == Purpose.RECOGNITION)) {
            // of an earlier yes that still waits: nothing was ever sealed under it, and this one brings its own
            RevocationRules.faceprint(person, ErasureCause.NO_VALID_CONSENT, at).ifPresent(events::add);
        }
        int revocation = person.revocations();
        for (Answer answer : command.answers().stream()
                .sorted(Comparator.comparingInt(Answer::ask))
                .toList()) {
            revocation += answer.granted() ? 0 : 1;
            events.add(event(person, offer, command, answer, revocation, at));
        }
        events.addAll(RevocationRules.refused(
                answered(person, events), refused(offer, command), command.signature(), revocation + 1, at));
        return events;
    }

    /** With what this form allows: a yes and a no to the same use on one form contradict each other, and doubt means no. */
    private static Known answered(Known person, List<ConsentEvent> answers) {
        ConsentState state = person;
        for (ConsentEvent answer : answers) {
            state = ConsentEvolution.evolve(state, answer);
        }
        return state instanceof Known known ? known : person;
    }

    private static List<Terms> refused(Offer offer, GrantConsent command) {
        return command.answers().stream()
                .filter(answer -> !answer.granted())
                .map(answer -> offer.asks().get(answer.ask()).terms())
                .toList();
    }

    private static ConsentEvent event(
            Known person, Offer offer, GrantConsent command, Answer answer, int revocation, Instant at) {
        if (!answer.granted()) {
            return new ConsentEvent.ConsentRefused(
                    person.id(), offer.id(), answer.ask(), command.signature(), revocation, at);
        }
        Terms terms = offer.asks().get(answer.ask()).terms();
        return new ConsentEvent.ConsentGranted(
                person.id(),
                offer.id(),
                answer.ask(),
                answer.grant(),
                offer.notice(),
                sha256(offer, command.language()),
                command.language(),
                terms,
                command.signature(),
                terms.purpose() == Purpose.RECOGNITION ? command.keyGeneration() : 0,
                at);
    }

    private static String sha256(Offer offer, String language) {
        return Objects.requireNonNull(offer.noticeSha256ByLanguage().get(language));
    }
}
