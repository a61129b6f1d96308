package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Rejection;
import org.quitclaim.domain.access.AgreementRules;
import org.quitclaim.domain.breach.BreachDecisions;
import org.quitclaim.domain.consent.ConsentCommand.AgreeToLowering;
import org.quitclaim.domain.consent.ConsentCommand.CorrectCircumstances;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.GrantId;

/**
 * When capacity and age group may be corrected, and which consent counts afterwards.
 *
 * <p><b>Guarantees:</b> what protects more holds at once, and takes back every consent that could not have been given so:
 * a minor's own, a patient's that was not explicit, one that somebody dependent was asked for without a justification.
 * What protects less holds when a second officer agrees. Consent that was taken back so does not come back.
 *
 * <p><b>Source:</b> GDPR Art. 16, 5(1)(d), 7(1), 8, 9(2)(a); R13, R16.
 */
final class CircumstanceRules {
    private CircumstanceRules() {}

    static Decision<ConsentEvent> correct(Known person, CorrectCircumstances c, Instant at) {
        if (person.erasureRequested()) {
            return Decision.reject(ConsentRejection.PERSON_ERASED);
        }
        if (c.right().equals(person.circumstances())) {
            return Decision.reject(ConsentRejection.SAME_CIRCUMSTANCES);
        }
        if (c.right().protectAsMuchAs(person.circumstances())) {
            return Decision.accept(raised(person, c.right(), c.because(), ended(person, c.right()), c, at));
        }
        if (!person.circumstances().protectAsMuchAs(c.right())) {
            return Decision.reject(ConsentRejection.MORE_AND_LESS);
        }
        return person.restricted() && c.request().isEmpty()
                ? Decision.reject(ConsentRejection.CORRECTION_NOT_ASKED)
                : Decision.accept(new ConsentEvent.LoweringAsked(
                        person.id(),
                        c.right(),
                        c.because(),
                        c.request(),
                        c.by(),
                        at.plus(BreachDecisions.CONFIRMED_WITHIN),
                        at));
    }

    /** Of the correction that the second officer read. */
    static Decision<ConsentEvent> agree(Known person, AgreeToLowering c, Instant at) {
        if (person.erasureRequested()) {
            return Decision.reject(ConsentRejection.PERSON_ERASED);
        }
        Optional<Lowering> asked = person.lowering().stream()
                .filter(one -> at.isBefore(one.until()) && one.right().equals(c.right()))
                .findFirst();
        return asked.map(one -> refusal(one, c)
                        .<Decision<ConsentEvent>>map(Decision::reject)
                        .orElseGet(() -> Decision.accept(new ConsentEvent.ProtectionLowered(
                                person.id(),
                                one.right(),
                                one.because(),
                                one.request(),
                                one.by().account(),
                                at))))
                .orElseGet(() -> Decision.reject(ConsentRejection.NO_LOWERING_ASKED));
    }

    private static Optional<Rejection> refusal(Lowering asked, AgreeToLowering c) {
        return c.required()
                ? AgreementRules.between(
                        asked.by(), c.by(), ConsentRejection.LOWERING_SAME_PERSON, ConsentRejection.LOWERING_SAME_WORD)
                : Optional.empty();
    }

    /** As a history says it again that was restored from before it: a consent that it does not know may have renewed any. */
    static Optional<ConsentEvent> again(Known person, ConsentEvent.ProtectionRaised no, Instant at) {
        Circumstances right = no.right().or(person.circumstances());
        boolean unknown = !person.grants().keySet().containsAll(no.ended());
        List<GrantId> ended = Stream.concat(
                        ended(person, right).stream(),
                        live(person)
                                .map(Grant::id)
                                .filter(id -> unknown || no.ended().contains(id)))
                .distinct()
                .toList();
        return right.equals(person.circumstances()) && ended.isEmpty()
                ? Optional.empty()
                : Optional.of(new ConsentEvent.ProtectionRaised(
                        person.id(), right, no.because(), ended, no.request(), person.revocations() + 1, at));
    }

    private static List<ConsentEvent> raised(
            Known person,
            Circumstances right,
            CorrectedBecause because,
            List<GrantId> ended,
            CorrectCircumstances c,
            Instant at) {
        List<ConsentEvent> events = new ArrayList<>();
        events.add(new ConsentEvent.ProtectionRaised(
                person.id(), right, because, ended, c.request(), person.revocations() + 1, at));
        boolean recognition = live(person)
                .anyMatch(grant -> ended.contains(grant.id()) && grant.terms().purpose() == Purpose.RECOGNITION);
        // while her data stands still nothing is destroyed that she did not order herself: it goes when that ends
        if (recognition && !person.restricted()) {
            RevocationRules.faceprint(person, ErasureCause.NO_VALID_CONSENT, at).ifPresent(events::add);
        }
        return events;
    }

    private static List<GrantId> ended(Known person, Circumstances right) {
        return live(person)
                .filter(grant -> !couldBeGiven(person, grant, right))
                .map(Grant::id)
                .toList();
    }

    private static Stream<Grant> live(Known person) {
        return person.grants().values().stream().filter(grant -> grant.status().authorises());
    }

    private static boolean couldBeGiven(Known person, Grant grant, Circumstances right) {
        Signature signature = grant.signature();
        boolean signed = right.ageGroup() == AgeGroup.ADULT || signature.by() == Signature.SignedBy.REPRESENTATIVE;
        boolean confirmed =
                right.capacity() != Capacity.PATIENT || signature.confirmation().explicit();
        return signed
                && confirmed
                && fairlyAsked(right.capacity(), person.offers().get(grant.quitclaim()));
    }

    /** Whether asking somebody in this capacity was justified where it has to be. */
    static boolean fairlyAsked(Capacity capacity, @Nullable Offer offer) {
        return !capacity.imbalanced() || (offer != null && offer.justified());
    }
}
