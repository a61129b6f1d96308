package org.quitclaim.domain.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.consent.ConsentCommand.RestoreNos;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;

/**
 * What a person said no to after her history was copied, said again in the order in which she said it, as far as this
 * history does not say it already.
 *
 * <p>A withdrawal from a grant that this history does not know is taken from every grant that could have been meant: the
 * unknown one may have renewed a known one.
 *
 * <p><b>Source:</b> GDPR Art. 7(3), 17, 18; R64.
 */
final class RestoredNoRules {
    private RestoredNoRules() {}

    static Decision<ConsentEvent> restore(Known before, RestoreNos command, Instant at) {
        Known person = before;
        List<ConsentEvent> again = new ArrayList<>();
        for (ConsentEvent no : command.nos()) {
            Optional<ConsentEvent> event = again(before, person, no, at);
            if (event.isPresent()) {
                again.add(event.get());
                person = (Known) ConsentEvolution.evolve(person, event.get());
            }
        }
        return again.isEmpty() ? Decision.reject(ConsentRejection.NOTHING_TO_RESTORE) : Decision.accept(again);
    }

    /** @param before the person before the first of them, as an answer or a request has several events */
    private static Optional<ConsentEvent> again(Known before, Known person, ConsentEvent no, Instant at) {
        PersonId id = person.id();
        int next = person.revocations() + 1;
        return switch (no) {
            case ConsentEvent.RepresentationDisputed e -> {
                Representative one = person.representatives().get(e.representative());
                yield when(
                        one != null && !one.disputed(),
                        new ConsentEvent.RepresentationDisputed(id, e.representative(), next, at));
            }
            case ConsentEvent.ProtectionRaised e -> CircumstanceRules.again(person, e, at);
            case ConsentEvent.ConsentRefused e -> {
                Offer offer = before.offers().get(e.quitclaim());
                yield when(
                        offer != null && !offer.answered(),
                        // her no keeps its day: that is what is shown to whoever asks again
                        new ConsentEvent.ConsentRefused(id, e.quitclaim(), e.ask(), e.signature(), next, e.at()));
            }
            case ConsentEvent.ConsentWithdrawn e -> {
                List<Withdrawn> parts = parts(person, e.withdrawn());
                yield when(!parts.isEmpty(), new ConsentEvent.ConsentWithdrawn(id, parts, e.by(), next, at));
            }
            case ConsentEvent.ConsentInvalidated e -> InvalidationRules.again(person, e, at);
            case ConsentEvent.ErasureOrdered e ->
                when(owes(person, e), new ConsentEvent.ErasureOrdered(id, e.scope(), e.keyGeneration(), e.cause(), at));
            case ConsentEvent.ProcessingRestricted e ->
                when(
                        !person.restricted() && !person.erasureRequested(),
                        new ConsentEvent.ProcessingRestricted(id, next, at));
            case ConsentEvent.SafeguardingOrdered e -> SafeguardingRules.again(person, e, at);
            case ConsentEvent.ErasureRequested e ->
                when(!person.erasureRequested(), new ConsentEvent.ErasureRequested(id, next, at));
            case ConsentEvent.PhotoTreatmentOrdered e ->
                when(!before.erasureRequested(), new ConsentEvent.PhotoTreatmentOrdered(id, e.photos(), at));
            case ConsentEvent.PhotosLeft e ->
                when(
                        !before.erasureRequested(),
                        new ConsentEvent.PhotosLeft(id, e.because(), e.shownOn(), e.reason(), at));
            case ConsentEvent.DeathRecorded e -> when(!person.deceased(), new ConsentEvent.DeathRecorded(id, next, at));
            case ConsentEvent.ElementHeld e ->
                when(
                        e.until().isAfter(at) && !person.retention().ordered().contains(e.element()),
                        new ConsentEvent.ElementHeld(id, e.element(), e.until(), e.reason(), at));
            case ConsentEvent.HoldReleased e ->
                when(person.retention().holds(e.element(), at), new ConsentEvent.HoldReleased(id, e.element(), at));
            case ConsentEvent.PersonRegistered e -> Optional.empty();
            case ConsentEvent.RepresentativeAdded e -> Optional.empty();
            case ConsentEvent.IdentityCorrected e -> Optional.empty();
            case ConsentEvent.RepresentativeCorrected e -> Optional.empty();
            case ConsentEvent.LoweringAsked e -> Optional.empty();
            case ConsentEvent.SafeguardingEndAsked e -> Optional.empty();
            case ConsentEvent.SafeguardingEnded e -> Optional.empty();
            case ConsentEvent.ProtectionLowered e -> Optional.empty();
            case ConsentEvent.RepresentationSettled e -> Optional.empty();
            case ConsentEvent.QuitclaimOffered e -> Optional.empty();
            case ConsentEvent.ConsentGranted e -> Optional.empty();
            case ConsentEvent.ConsentRenewed e -> Optional.empty();
            case ConsentEvent.GrantsConfirmed e -> Optional.empty();
            case ConsentEvent.ConsentExpired e -> Optional.empty();
            case ConsentEvent.RestrictionLifted e -> Optional.empty();
            case ConsentEvent.FaceprintEnrolled e -> Optional.empty();
            case ConsentEvent.FaceprintsRetired e -> Optional.empty();
            case ConsentEvent.MatchAccepted e -> Optional.empty();
            case ConsentEvent.UseAuthorised e -> Optional.empty();
            case ConsentEvent.UseReleased e -> Optional.empty();
            case ConsentEvent.RevocationFollowedUp e -> Optional.empty();
            case ConsentEvent.KeyDestroyed e -> Optional.empty();
        };
    }

    private static Optional<ConsentEvent> when(boolean missing, ConsentEvent event) {
        return missing ? Optional.of(event) : Optional.empty();
    }

    private static boolean owes(Known person, ConsentEvent.ErasureOrdered order) {
        RecognitionKey key = person.recognition();
        return order.scope() == KeyScope.RECOGNITION
                ? key.generation() == order.keyGeneration() && key.phase() == RecognitionKey.Phase.ACTIVE
                : !person.retention().ordered().contains(order.scope());
    }

    private static List<Withdrawn> parts(Known person, List<Withdrawn> said) {
        return person.grants().values().stream()
                .filter(grant -> grant.status().authorises())
                .flatMap(grant -> part(person, grant, said))
                .toList();
    }

    private static Stream<Withdrawn> part(Known person, Grant grant, List<Withdrawn> said) {
        List<Withdrawn> meant = said.stream()
                .filter(one ->
                        one.grant().equals(grant.id()) || !person.grants().containsKey(one.grant()))
                .filter(one -> one.purpose() == grant.terms().purpose())
                .toList();
        if (meant.isEmpty()) {
            return Stream.empty();
        }
        return switch (grant.terms().purpose()) {
            case RECOGNITION -> Stream.of(new Withdrawn(grant.id(), Purpose.RECOGNITION, Set.of()));
            case PUBLICATION -> {
                Set<Channel> channels = new TreeSet<>();
                meant.forEach(one -> channels.addAll(one.channels()));
                channels.retainAll(grant.terms().channels());
                yield channels.isEmpty()
                        ? Stream.empty()
                        : Stream.of(new Withdrawn(grant.id(), Purpose.PUBLICATION, channels));
            }
        };
    }
}
