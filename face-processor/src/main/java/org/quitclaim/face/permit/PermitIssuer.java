package org.quitclaim.face.permit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PermitId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.recognition.RecognitionScope;

/**
 * Issues permits on facts, takes them back, and voids what is outstanding.
 *
 * <p><b>Guarantees</b>: after {@link #voidFor} has returned, no permit that concerns that person or collection is
 * accepted any more, and none is issued on facts that were gathered before it.
 *
 * <p><b>Errors</b>: refusals are values; see {@link PermitRefusal}.
 *
 * <p><b>Thread-safety</b>: safe.
 */
public final class PermitIssuer {

    /** The longest that a permit lives. */
    public static final Duration LIFETIME = Duration.ofSeconds(60);

    private final InstantSource clock;
    private final Supplier<PermitId> ids;
    private final Map<PermitId, EmbeddingPermit> outstanding = new HashMap<>();
    private long mark;

    public PermitIssuer(InstantSource clock, Supplier<PermitId> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** To be read before the facts are gathered, so that a withdrawal in between is noticed. */
    public synchronized long mark() {
        return mark;
    }

    public PermitDecision<EmbeddingPermit.Enrolment> issueEnrolment(
            RecognitionFacts facts, PermittedFace face, PersonId person, GrantState grant) {
        return issueForOne(facts, face, person, grant, terms -> new EmbeddingPermit.Enrolment(terms, person));
    }

    public PermitDecision<EmbeddingPermit.DesignatedFace> issueDesignatedFace(
            RecognitionFacts facts, PermittedFace face, PersonId person, GrantState grant) {
        return issueForOne(facts, face, person, grant, terms -> new EmbeddingPermit.DesignatedFace(terms, person));
    }

    /**
     * Issues a permit to seek the attested faces.
     *
     * @param attested exactly the faces that a human marked
     * @param withinScope the persons of the scope and how their grants stand; those without a live one are left out
     */
    public PermitDecision<EmbeddingPermit.AttestedFaces> issueAttestedFaces(
            RecognitionFacts facts,
            List<PermittedFace> attested,
            RecognitionScope scope,
            Map<PersonId, GrantState> withinScope) {
        if (attested.isEmpty()) {
            return new PermitDecision.Refused<>(PermitRefusal.NOTHING_ATTESTED);
        }
        Optional<PermitRefusal> off = switchedOff(facts);
        if (off.isPresent()) {
            return new PermitDecision.Refused<>(off.get());
        }
        if (scope.compareTo(facts.policy().widest()) > 0) {
            return new PermitDecision.Refused<>(PermitRefusal.SCOPE_TOO_WIDE);
        }
        Map<PersonId, GrantState.Live> live = live(withinScope);
        if (live.isEmpty()) {
            return new PermitDecision.Refused<>(
                    withinScope.containsValue(new GrantState.Doubted())
                            ? PermitRefusal.HISTORY_IN_DOUBT
                            : PermitRefusal.NOBODY_IN_SCOPE);
        }
        return issue(facts, attested, live, terms -> new EmbeddingPermit.AttestedFaces(terms, scope));
    }

    /** Accepts a permit for one use. The embedder alone asks this. */
    public synchronized PermitUse redeem(EmbeddingPermit permit, PhotoId photo) {
        if (!permit.terms().photo().equals(photo)) {
            return new PermitUse.Refused(PermitRefusal.OTHER_PHOTO);
        }
        if (!clock.instant().isBefore(permit.terms().notAfter())) {
            return new PermitUse.Refused(PermitRefusal.EXPIRED);
        }
        return switch (permit.state()) {
            case OUTSTANDING -> use(permit);
            case USED -> new PermitUse.Refused(PermitRefusal.USED);
            case VOIDED -> new PermitUse.Refused(PermitRefusal.VOIDED);
        };
    }

    private PermitUse use(EmbeddingPermit permit) {
        if (!outstanding.remove(permit.terms().id(), permit)) {
            return new PermitUse.Refused(PermitRefusal.UNKNOWN);
        }
        permit.become(PermitState.USED);
        return new PermitUse.Accepted();
    }

    /** On a withdrawal, an expiry, a restriction or an erasure. */
    public void voidFor(PersonId person) {
        voidWhere(terms -> terms.generations().containsKey(person));
    }

    /** On a change of the collection's participants or of its policy. */
    public void voidFor(CollectionId collection) {
        voidWhere(terms -> terms.collection().equals(collection));
    }

    /** When recognition is switched off altogether. */
    public void voidAll() {
        voidWhere(terms -> true);
    }

    private synchronized void voidWhere(Predicate<PermitTerms> isConcerned) {
        mark++;
        outstanding.values().removeIf(permit -> {
            boolean isHit = isConcerned.test(permit.terms());
            if (isHit) {
                permit.become(PermitState.VOIDED);
            }
            return isHit;
        });
    }

    private <P extends EmbeddingPermit> PermitDecision<P> issueForOne(
            RecognitionFacts facts,
            PermittedFace face,
            PersonId person,
            GrantState grant,
            Function<PermitTerms, P> kind) {
        return switch (grant) {
            case GrantState.Live live -> issue(facts, List.of(face), Map.of(person, live), kind);
            case GrantState.Restricted() -> new PermitDecision.Refused<>(PermitRefusal.RESTRICTED);
            case GrantState.Waiting() -> new PermitDecision.Refused<>(PermitRefusal.GRANT_UNCONFIRMED);
            case GrantState.Doubted() -> new PermitDecision.Refused<>(PermitRefusal.HISTORY_IN_DOUBT);
            case GrantState.Absent() -> new PermitDecision.Refused<>(PermitRefusal.NO_LIVE_GRANT);
        };
    }

    private <P extends EmbeddingPermit> PermitDecision<P> issue(
            RecognitionFacts facts,
            List<PermittedFace> faces,
            Map<PersonId, GrantState.Live> live,
            Function<PermitTerms, P> kind) {
        Optional<PermitRefusal> off = switchedOff(facts);
        if (off.isPresent()) {
            return new PermitDecision.Refused<>(off.get());
        }
        Instant now = clock.instant();
        Instant notAfter = live.values().stream()
                .map(GrantState.Live::endsAt)
                .reduce(now.plus(LIFETIME), (first, second) -> first.isBefore(second) ? first : second);
        if (!notAfter.isAfter(now)) {
            return new PermitDecision.Refused<>(PermitRefusal.NO_LIVE_GRANT);
        }
        PermitTerms terms = new PermitTerms(
                ids.get(),
                facts.photo(),
                facts.collection(),
                facts.participantsVersion(),
                faces,
                live.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().generation())),
                notAfter);
        return register(facts.mark(), kind.apply(terms));
    }

    /** What forbids recognition whoever is sought. */
    private static Optional<PermitRefusal> switchedOff(RecognitionFacts facts) {
        return switch (facts.assessed()) {
            case MISSING -> Optional.of(PermitRefusal.DPIA_MISSING);
            case OF_ANOTHER_METHOD -> Optional.of(PermitRefusal.METHOD_NOT_APPROVED);
            case APPROVED ->
                facts.policy().mode() == RecognitionPolicy.Mode.DETECT_ONLY
                        ? Optional.of(PermitRefusal.COLLECTION_DETECT_ONLY)
                        : Optional.empty();
        };
    }

    private synchronized <P extends EmbeddingPermit> PermitDecision<P> register(long factsMark, P permit) {
        if (factsMark != mark) {
            return new PermitDecision.Refused<>(PermitRefusal.FACTS_OUTDATED);
        }
        Instant now = clock.instant();
        outstanding.values().removeIf(other -> !now.isBefore(other.terms().notAfter()));
        outstanding.put(permit.terms().id(), permit);
        return new PermitDecision.Issued<>(permit);
    }

    private static Map<PersonId, GrantState.Live> live(Map<PersonId, GrantState> grants) {
        return grants.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof GrantState.Live)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> (GrantState.Live) entry.getValue()));
    }
}
