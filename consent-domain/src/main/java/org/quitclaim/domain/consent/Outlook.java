package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.quitclaim.domain.id.GrantId;

/**
 * What a person's consents amount to; the one rule that the gate, the status of photos and the permits share.
 *
 * @param standing what overrides every grant
 * @param refusals what was refused, and not allowed since
 */
public record Outlook(Standing standing, List<Grant> grants, List<Refused> refusals) {
    /** What overrides every grant. */
    public enum Standing {
        NORMAL,
        RESTRICTED,
        REPRESENTATION_DISPUTED,
        DECEASED,
        ERASED
    }

    public static final Outlook NOTHING = new Outlook(Standing.NORMAL, List.of(), List.of());

    /** Of somebody who refused nothing. */
    public Outlook(Standing standing, List<Grant> grants) {
        this(standing, grants, List.of());
    }

    public Outlook {
        grants = List.copyOf(grants);
        refusals = List.copyOf(refusals);
    }

    /** Whether the use asked about is allowed at {@code at}. Unknown means no. */
    public Permission permission(Question question, Instant at) {
        return switch (standing) {
            case ERASED -> new Permission.Denied(Denial.ERASED);
            case DECEASED -> new Permission.Denied(Denial.DECEASED);
            case RESTRICTED -> new Permission.Denied(Denial.RESTRICTED);
            case REPRESENTATION_DISPUTED -> new Permission.Denied(Denial.REPRESENTATION_DISPUTED);
            case NORMAL -> byGrants(question, at);
        };
    }

    /** The live recognition grant, if processing is neither restricted nor ended. */
    public Optional<Grant> recognition(Instant at) {
        return standing == Standing.NORMAL
                ? grants.stream()
                        .filter(grant -> grant.authorises(Purpose.RECOGNITION, at))
                        .max(Comparator.comparingInt(Grant::keyGeneration))
                : Optional.empty();
    }

    /** Whether a yes to recognition only waits for a second employee who has seen her. */
    public boolean recognitionWaits(Instant at) {
        return standing == Standing.NORMAL
                && recognition(at).isEmpty()
                && grants.stream()
                        .anyMatch(grant -> grant.terms().purpose() == Purpose.RECOGNITION
                                && grant.status() == ConsentStatus.UNCONFIRMED
                                && grant.terms().term().contains(at));
    }

    private Permission byGrants(Question question, Instant at) {
        Denial nearest = Denial.NO_CONSENT;
        Grant best = null;
        for (Grant grant : grants) {
            Optional<Denial> miss = miss(grant, question, at);
            if (miss.isPresent()) {
                nearest = miss.get().compareTo(nearest) > 0 ? miss.get() : nearest;
            } else if (best == null
                    || grant.terms().term().ends().isAfter(best.terms().term().ends())) {
                best = grant;
            }
        }
        return best == null
                ? denied(nearest, question)
                : new Permission.Permitted(
                        best, best.terms().term().begins(), best.terms().term().ends());
    }

    /** A no to exactly this is nearer than any yes to something else, or one that has ended. */
    private Permission.Denied denied(Denial nearest, Question question) {
        boolean exactly = refusals.stream().anyMatch(refused -> refused.concerns(question));
        return refusals.stream()
                .filter(refused -> exactly ? refused.concerns(question) : refused.isAbout(question.channel()))
                .map(Refused::on)
                .max(Comparator.naturalOrder())
                .filter(on -> exactly || nearest.compareTo(Denial.REFUSED) < 0)
                .map(on -> new Permission.Denied(Denial.REFUSED, List.of(on)))
                .orElseGet(() -> new Permission.Denied(nearest));
    }

    /** Each as it counts. */
    public Map<GrantId, Grant> byId() {
        return grants.stream().collect(Collectors.toMap(Grant::id, Function.identity()));
    }

    /** What became of the permissions alone: a use that had one ended with it, not with a no to a later question. */
    public Outlook ofGrants() {
        return new Outlook(standing, grants, List.of());
    }

    private static Optional<Denial> miss(Grant grant, Question question, Instant at) {
        Terms terms = grant.terms();
        if (terms.purpose() != Purpose.PUBLICATION) {
            return Optional.of(Denial.NO_CONSENT);
        }
        if (!terms.channels().contains(question.channel())) {
            return Optional.of(grant.status().stands() ? Denial.OTHER_CHANNEL : Denial.NO_CONSENT);
        }
        return switch (grant.status()) {
            case GIVEN, RENEWED -> beyondTerms(terms, question, at);
            case WITHDRAWN -> Optional.of(Denial.WITHDRAWN);
            case EXPIRED -> Optional.of(Denial.EXPIRED);
            case REFUSED -> Optional.of(Denial.REFUSED);
            case INVALIDATED -> Optional.of(Denial.INVALIDATED);
            case REQUESTED -> Optional.of(Denial.NO_CONSENT);
            case UNCONFIRMED -> beyondTerms(terms, question, at).or(() -> Optional.of(Denial.UNCONFIRMED));
        };
    }

    private static Optional<Denial> beyondTerms(Terms terms, Question question, Instant at) {
        if (!at.isBefore(terms.term().ends())) {
            return Optional.of(Denial.EXPIRED);
        }
        if (at.isBefore(terms.term().begins())) {
            return Optional.of(Denial.NOT_YET);
        }
        if (!terms.coverage().includes(question.collection(), question.photo())) {
            return Optional.of(Denial.OTHER_PHOTOS);
        }
        if (terms.territories().stream().noneMatch(territory -> territory.covers(question.territory()))) {
            return Optional.of(Denial.OTHER_TERRITORY);
        }
        return terms.contexts().cover(question.context(), question.sensitive())
                ? Optional.empty()
                : Optional.of(Denial.OTHER_CONTEXT);
    }
}
