package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.FollowUpRevocation;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasure;
import org.quitclaim.domain.consent.ConsentCommand.RequestErasureLeavingPhotos;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.vault.KeyScope;

/** How consent ends; whatever ends recognition orders the erasure in the same breath. */
final class RevocationRules {
    private RevocationRules() {}

    static Decision<ConsentEvent> withdraw(Known person, WithdrawConsent command, Instant at) {
        if (!command.recognition()
                && command.channels().isEmpty()
                && command.grants().isEmpty()) {
            return Decision.reject(ConsentRejection.NOTHING_NAMED);
        }
        List<Withdrawn> parts = person.grants().values().stream()
                .filter(grant -> grant.status().authorises())
                .flatMap(grant -> part(person, grant, command).stream())
                .toList();
        if (parts.isEmpty()) {
            return Decision.reject(
                    person.grants().keySet().containsAll(command.grants())
                            ? ConsentRejection.ALREADY_WITHDRAWN
                            : ConsentRejection.NO_SUCH_GRANT);
        }
        return Decision.accept(takenBack(person, parts, command.by(), person.revocations() + 1, at));
    }

    /**
     * A no to what a yes still allows takes that back, a former one or one on the same form: the last word counts, and
     * nobody has to find out that there was another one. A yes to something else, or to other subjects, stays.
     */
    static List<ConsentEvent> refused(
            Known person, List<Terms> refused, Signature signature, int revocation, Instant at) {
        List<Withdrawn> parts = person.grants().values().stream()
                .filter(grant -> grant.status().authorises())
                .flatMap(grant -> part(grant, refused).stream())
                .toList();
        WithdrawnBy by = switch (signature.by()) {
            case PERSON -> WithdrawnBy.PERSON;
            case REPRESENTATIVE -> WithdrawnBy.REPRESENTATIVE;
        };
        return parts.isEmpty() ? List.of() : takenBack(person, parts, by, revocation, at);
    }

    private static Optional<Withdrawn> part(Grant grant, List<Terms> refused) {
        List<Terms> meeting =
                refused.stream().filter(terms -> terms.meet(grant.terms())).toList();
        Set<Channel> channels = new TreeSet<>(grant.terms().channels());
        channels.retainAll(
                meeting.stream().flatMap(terms -> terms.channels().stream()).collect(Collectors.toSet()));
        return meeting.isEmpty()
                ? Optional.empty()
                : Optional.of(new Withdrawn(grant.id(), grant.terms().purpose(), channels));
    }

    private static List<ConsentEvent> takenBack(
            Known person, List<Withdrawn> parts, WithdrawnBy by, int revocation, Instant at) {
        List<ConsentEvent> events = new ArrayList<>();
        events.add(new ConsentEvent.ConsentWithdrawn(person.id(), parts, by, revocation, at));
        if (parts.stream().anyMatch(part -> part.purpose() == Purpose.RECOGNITION)) {
            faceprint(person, ErasureCause.WITHDRAWAL, at).ifPresent(events::add);
        }
        return events;
    }

    /** Named itself, or as what it renewed: whoever read the page before takes back what stands in its place. */
    private static boolean isNamed(Known person, Grant grant, WithdrawConsent command) {
        return command.grants().stream()
                .flatMap(id -> Stream.ofNullable(person.grants().get(id)))
                .anyMatch(named -> named.id().equals(grant.id()) || GrantRules.mayHaveRenewed(grant, named));
    }

    private static Optional<Withdrawn> part(Known person, Grant grant, WithdrawConsent command) {
        boolean named = isNamed(person, grant, command);
        return switch (grant.terms().purpose()) {
            case RECOGNITION ->
                command.recognition() || named
                        ? Optional.of(new Withdrawn(grant.id(), Purpose.RECOGNITION, Set.of()))
                        : Optional.empty();
            case PUBLICATION -> {
                Set<Channel> channels = new TreeSet<>(grant.terms().channels());
                if (!named) {
                    channels.retainAll(command.channels());
                }
                yield channels.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Withdrawn(grant.id(), Purpose.PUBLICATION, channels));
            }
        };
    }

    static Decision<ConsentEvent> expire(Known person, Instant at) {
        List<Grant> due = person.grants().values().stream()
                .filter(grant -> grant.status().authorises())
                .filter(grant -> !grant.terms().term().ends().isAfter(at))
                .toList();
        if (due.isEmpty()) {
            return Decision.reject(ConsentRejection.NOTHING_DUE);
        }
        List<ConsentEvent> events = new ArrayList<>();
        int revocation = person.revocations();
        for (Grant grant : due) {
            revocation++;
            events.add(new ConsentEvent.ConsentExpired(
                    person.id(), grant.id(), grant.terms().purpose(), revocation, at));
            // while her data stands still nothing is destroyed that she did not order herself: it goes when that ends
            if (grant.terms().purpose() == Purpose.RECOGNITION && !person.restricted()) {
                faceprint(person, ErasureCause.EXPIRY, at).ifPresent(events::add);
            }
        }
        return Decision.accept(events);
    }

    static Decision<ConsentEvent> restrict(Known person, Instant at) {
        if (person.erasureRequested()) {
            return Decision.reject(ConsentRejection.PERSON_ERASED);
        }
        return person.restricted()
                ? Decision.reject(ConsentRejection.ALREADY_RESTRICTED)
                : Decision.accept(new ConsentEvent.ProcessingRestricted(person.id(), person.revocations() + 1, at));
    }

    static Decision<ConsentEvent> lift(Known person, Instant at) {
        if (!person.restricted() || person.erasureRequested()) {
            return Decision.reject(ConsentRejection.NOT_RESTRICTED);
        }
        List<ConsentEvent> events = new ArrayList<>();
        events.add(new ConsentEvent.RestrictionLifted(person.id(), at));
        boolean ranOutMeanwhile = person.grants().values().stream()
                .noneMatch(grant -> grant.terms().purpose() == Purpose.RECOGNITION
                        && grant.status().authorises());
        if (ranOutMeanwhile) {
            faceprint(person, ErasureCause.EXPIRY, at).ifPresent(events::add);
        }
        return Decision.accept(events);
    }

    static Decision<ConsentEvent> erase(Known person, RequestErasure command, Instant at) {
        boolean evidenceToo =
                command.evidence() && !person.retention().ordered().contains(KeyScope.EVIDENCE);
        if (person.erasureRequested()) {
            return evidenceToo
                    ? Decision.accept(ordered(person, KeyScope.EVIDENCE, at))
                    : Decision.reject(ConsentRejection.ALREADY_REQUESTED);
        }
        return command.photos() == PhotoTreatment.LEAVE
                ? Decision.reject(ConsentRejection.PHOTOS_LEFT_WITHOUT_REASON)
                : Decision.accept(everything(person, command.photos(), List.of(), evidenceToo, at));
    }

    /** What becomes of the photos is said once, with the first order. */
    static Decision<ConsentEvent> eraseLeavingPhotos(Known person, RequestErasureLeavingPhotos command, Instant at) {
        if (person.erasureRequested()) {
            return Decision.reject(ConsentRejection.ALREADY_REQUESTED);
        }
        boolean evidenceToo =
                command.evidence() && !person.retention().ordered().contains(KeyScope.EVIDENCE);
        ConsentEvent why =
                new ConsentEvent.PhotosLeft(person.id(), command.because(), command.shownOn(), command.reason(), at);
        return Decision.accept(everything(person, PhotoTreatment.LEAVE, List.of(why), evidenceToo, at));
    }

    private static List<ConsentEvent> everything(
            Known person, PhotoTreatment photos, List<ConsentEvent> why, boolean evidenceToo, Instant at) {
        List<ConsentEvent> events = new ArrayList<>();
        events.add(new ConsentEvent.ErasureRequested(person.id(), person.revocations() + 1, at));
        events.add(new ConsentEvent.PhotoTreatmentOrdered(person.id(), photos, at));
        events.addAll(why);
        faceprint(person, ErasureCause.REQUEST, at).ifPresent(events::add);
        events.add(ordered(person, KeyScope.IDENTITY, at));
        if (evidenceToo) {
            events.add(ordered(person, KeyScope.EVIDENCE, at));
        }
        return events;
    }

    private static ConsentEvent ordered(Known person, KeyScope element, Instant at) {
        return new ConsentEvent.ErasureOrdered(
                person.id(), element, RetentionRules.ONLY_GENERATION, ErasureCause.REQUEST, at);
    }

    static Decision<ConsentEvent> die(Known person, Instant at) {
        if (person.deceased()) {
            return Decision.reject(ConsentRejection.ALREADY_DECEASED);
        }
        List<ConsentEvent> events = new ArrayList<>();
        events.add(new ConsentEvent.DeathRecorded(person.id(), person.revocations() + 1, at));
        faceprint(person, ErasureCause.DEATH, at).ifPresent(events::add);
        return Decision.accept(events);
    }

    /** Consent stands; what was computed under it goes all the same. */
    static Decision<ConsentEvent> compromised(Known person, Instant at) {
        return faceprint(person, ErasureCause.COMPROMISE, at)
                .<Decision<ConsentEvent>>map(ordered -> Decision.accept(ordered))
                .orElseGet(() -> Decision.reject(ConsentRejection.NO_SUCH_KEY));
    }

    static Decision<ConsentEvent> followUp(Known person, FollowUpRevocation command, Instant at) {
        return command.upTo() > person.followedUp() && command.upTo() <= person.revocations()
                ? Decision.accept(new ConsentEvent.RevocationFollowedUp(person.id(), command.upTo(), at))
                : Decision.reject(ConsentRejection.NOTHING_TO_FOLLOW_UP);
    }

    static Optional<ConsentEvent> faceprint(Known person, ErasureCause cause, Instant at) {
        RecognitionKey key = person.recognition();
        return key.phase() == RecognitionKey.Phase.ACTIVE
                ? Optional.of(
                        new ConsentEvent.ErasureOrdered(person.id(), KeyScope.RECOGNITION, key.generation(), cause, at))
                : Optional.empty();
    }
}
