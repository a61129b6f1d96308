package org.quitclaim.domain.consent;

import java.util.List;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.ConsentState.Unknown;
import org.quitclaim.domain.vault.KeyScope;

/** How a consent record changes; total, so that any history can be folded. */
final class ConsentEvolution {
    private ConsentEvolution() {}

    static ConsentState evolve(ConsentState state, ConsentEvent event) {
        return switch (state) {
            case Unknown unknown -> event instanceof ConsentEvent.PersonRegistered e ? Known.registered(e) : unknown;
            case Known known -> evolveKnown(known, event);
        };
    }

    private static Known evolveKnown(Known k, ConsentEvent event) {
        return switch (event) {
            case ConsentEvent.PersonRegistered e -> k;
            case ConsentEvent.RepresentativeAdded e -> k.with(k.representation().with(e.representative()));
            case ConsentEvent.RepresentationDisputed e ->
                k.with(k.representation().disputed(e.representative(), true)).revokedBy(e.revocation());
            case ConsentEvent.RepresentationSettled e ->
                k.with(k.representation().disputed(e.representative(), false));
            case ConsentEvent.IdentityCorrected e -> k.with(k.personalia().corrected(e.identity()));
            case ConsentEvent.RepresentativeCorrected e ->
                k.with(k.representation().corrected(e.representative(), e.authority()));
            case ConsentEvent.ProtectionRaised e ->
                k.with(k.choices().invalidated(e.ended()))
                        .with(k.personalia().corrected(e.right()))
                        .revokedBy(e.revocation());
            case ConsentEvent.LoweringAsked e ->
                k.with(k.personalia().waitingFor(new Lowering(e.right(), e.because(), e.request(), e.by(), e.until())));
            case ConsentEvent.ProtectionLowered e -> k.with(k.personalia().corrected(e.right()));
            case ConsentEvent.QuitclaimOffered e ->
                k.with(k.choices()
                        .asked(new Offer(
                                e.quitclaim(),
                                e.notice(),
                                e.noticeSha256ByLanguage(),
                                e.asks(),
                                !e.justification().isEmpty(),
                                false,
                                List.of())));
            case ConsentEvent.ConsentGranted e -> granted(k, k.choices(), grantOf(e));
            case ConsentEvent.GrantsConfirmed e -> k.with(k.choices().confirmed(e.grants()));
            case ConsentEvent.ConsentRefused e ->
                k.with(k.choices()
                                .refused(
                                        e.quitclaim(),
                                        new Refusal(e.ask(), e.signature().by(), e.at())))
                        .revokedBy(e.revocation());
            case ConsentEvent.ConsentRenewed e -> granted(k, k.choices().expired(e.replaced()), grantOf(e));
            case ConsentEvent.ConsentWithdrawn e ->
                k.with(k.choices().withdrawn(e.withdrawn())).revokedBy(e.revocation());
            case ConsentEvent.ConsentInvalidated e ->
                k.with(k.choices()
                                .invalidated(e.ended().stream()
                                        .map(EndedGrant::grant)
                                        .toList()))
                        .revokedBy(e.revocation());
            case ConsentEvent.ConsentExpired e ->
                k.with(k.choices().expired(e.grant())).revokedBy(e.revocation());
            case ConsentEvent.ErasureOrdered e -> ordered(k, e);
            case ConsentEvent.ProcessingRestricted e ->
                k.with(k.obstacles().withRestriction(true)).revokedBy(e.revocation());
            case ConsentEvent.RestrictionLifted e -> k.with(k.obstacles().withRestriction(false));
            case ConsentEvent.SafeguardingOrdered e ->
                k.with(k.obstacles().with(Safeguarding.because(e.reason()))).revokedBy(e.revocation());
            case ConsentEvent.SafeguardingEndAsked e ->
                k.with(k.obstacles().with(k.safeguarding().asked(new Safeguarding.EndAsked(e.by(), e.until()))));
            case ConsentEvent.SafeguardingEnded e -> k.with(k.obstacles().with(Safeguarding.NONE));
            case ConsentEvent.FaceprintEnrolled e ->
                k.with(k.recognition().with(new Faceprint(e.faceprint(), e.pack(), e.photo(), e.face())));
            case ConsentEvent.FaceprintsRetired e -> k.with(k.recognition().without(e.faceprints()));
            case ConsentEvent.MatchAccepted e -> k;
            case ConsentEvent.UseAuthorised e -> k;
            case ConsentEvent.UseReleased e -> k;
            case ConsentEvent.RevocationFollowedUp e -> k.with(k.counted().followedUp(e.upTo()));
            case ConsentEvent.ErasureRequested e ->
                k.with(k.obstacles().withErasure()).revokedBy(e.revocation());
            case ConsentEvent.KeyDestroyed e ->
                e.scope() == KeyScope.RECOGNITION
                        ? k.with(k.recognition().destroyed(e.keyGeneration()))
                        : k.with(k.retention().destroyed(e.scope()));
            case ConsentEvent.PhotoTreatmentOrdered e -> k;
            case ConsentEvent.PhotosLeft e -> k;
            case ConsentEvent.ElementHeld e -> k.with(k.retention().held(e.element(), e.until()));
            case ConsentEvent.HoldReleased e -> k.with(k.retention().released(e.element()));
            case ConsentEvent.DeathRecorded e ->
                k.with(k.choices().invalidated(k.grants().keySet()))
                        .with(k.obstacles().withDeath())
                        .revokedBy(e.revocation());
        };
    }

    private static Grant grantOf(ConsentEvent.ConsentGranted e) {
        return new Grant(
                e.grant(),
                e.quitclaim(),
                e.notice(),
                e.noticeSha256(),
                e.language(),
                e.terms(),
                e.keyGeneration(),
                e.signature(),
                ConsentStatus.GIVEN);
    }

    private static Grant grantOf(ConsentEvent.ConsentRenewed e) {
        return new Grant(
                e.grant(),
                e.quitclaim(),
                e.notice(),
                e.noticeSha256(),
                e.language(),
                e.terms(),
                e.keyGeneration(),
                e.signature(),
                ConsentStatus.RENEWED);
    }

    /** A grant of recognition may bring the key that its faceprints will be sealed under. */
    private static Known granted(Known k, Choices before, Grant grant) {
        boolean counts = !SecondLookRules.needed(k.capacity(), grant.terms(), grant.signature());
        if (grant.keyGeneration() <= k.recognition().generation()) {
            return k.with(before.granted(grant, counts));
        }
        return k.with(withoutWaitingRecognition(k, before).granted(grant, counts))
                .with(k.recognition().minted(grant.keyGeneration()));
    }

    /** A yes with a key of its own takes the place of one that only waited. */
    private static Choices withoutWaitingRecognition(Known k, Choices before) {
        Choices next = before;
        for (Grant grant : before.grants().values()) {
            next = grant.terms().purpose() == Purpose.RECOGNITION && k.waits(grant) ? next.expired(grant.id()) : next;
        }
        return next;
    }

    /** Without a name there is nobody left to ask or to answer: an ordered identity ends the record. */
    private static Known ordered(Known k, ConsentEvent.ErasureOrdered e) {
        return switch (e.scope()) {
            case RECOGNITION -> k.with(k.recognition().ordered(e.keyGeneration()));
            case IDENTITY ->
                k.with(k.retention().ordered(e.scope())).with(k.obstacles().withErasure());
            case EVIDENCE, PHOTO, STAFF, EDITORIAL -> k.with(k.retention().ordered(e.scope()));
        };
    }
}
