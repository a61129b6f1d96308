package org.quitclaim.domain.consent;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.ConsentState.Unknown;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.QuitclaimId;
import org.quitclaim.domain.id.RepresentativeId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

/** How a consent record changes; total, so that any history can be folded. */
final class ConsentEvolution {
    private ConsentEvolution() {}

    static ConsentState evolve(ConsentState state, ConsentEvent event) {
        return switch (state) {
            case Unknown unknown ->
                event instanceof ConsentEvent.PersonRegistered e
                        ? new Known(
                                e.person(),
                                e.capacity(),
                                e.ageGroup(),
                                List.of(),
                                e.identity(),
                                false,
                                false,
                                false,
                                Map.of(),
                                Map.of(),
                                Map.of(),
                                RecognitionKey.NONE,
                                Retention.NONE,
                                0,
                                0)
                        : unknown;
            case Known known -> evolveKnown(known, event);
        };
    }

    private static Known evolveKnown(Known k, ConsentEvent event) {
        return switch (event) {
            case ConsentEvent.PersonRegistered e -> k;
            case ConsentEvent.RepresentativeAdded e -> representative(k, e.representative());
            case ConsentEvent.RepresentationDisputed e ->
                revoked(disputed(k, e.representative(), true), e.revocation());
            case ConsentEvent.RepresentationSettled e -> disputed(k, e.representative(), false);
            case ConsentEvent.IdentityCorrected e -> identity(k, e.identity());
            case ConsentEvent.RepresentativeCorrected e -> corrected(k, e);
            case ConsentEvent.ProtectionRaised e ->
                revoked(circumstances(invalidated(k, e.ended()), e.right(), List.of()), e.revocation());
            case ConsentEvent.LoweringAsked e ->
                circumstances(
                        k,
                        k.circumstances(),
                        List.of(new Lowering(e.right(), e.because(), e.request(), e.by(), e.until())));
            case ConsentEvent.ProtectionLowered e -> circumstances(k, e.right(), List.of());
            case ConsentEvent.QuitclaimOffered e ->
                offer(
                        k,
                        new Offer(
                                e.quitclaim(),
                                e.notice(),
                                e.noticeSha256ByLanguage(),
                                e.asks(),
                                !e.justification().isEmpty(),
                                false,
                                List.of()));
            case ConsentEvent.ConsentGranted e -> granted(answered(k, e.quitclaim()), grantOf(e));
            case ConsentEvent.ConsentRefused e -> revoked(refused(k, e), e.revocation());
            case ConsentEvent.ConsentRenewed e ->
                granted(ended(answered(k, e.quitclaim()), e.replaced(), ConsentStatus.EXPIRED), grantOf(e));
            case ConsentEvent.ConsentWithdrawn e -> revoked(withdrawn(k, e.withdrawn()), e.revocation());
            case ConsentEvent.ConsentExpired e -> revoked(ended(k, e.grant(), ConsentStatus.EXPIRED), e.revocation());
            case ConsentEvent.ErasureOrdered e -> ordered(k, e);
            case ConsentEvent.ProcessingRestricted e -> revoked(standing(k, true, k.deceased()), e.revocation());
            case ConsentEvent.RestrictionLifted e -> standing(k, false, k.deceased());
            case ConsentEvent.FaceprintEnrolled e ->
                key(k, k.recognition().with(new Faceprint(e.faceprint(), e.pack(), e.photo(), e.face())));
            case ConsentEvent.FaceprintsRetired e -> key(k, k.recognition().without(e.faceprints()));
            case ConsentEvent.MatchAccepted e -> k;
            case ConsentEvent.UseAuthorised e -> k;
            case ConsentEvent.UseReleased e -> k;
            case ConsentEvent.RevocationFollowedUp e -> counted(k, k.revocations(), e.upTo());
            case ConsentEvent.ErasureRequested e -> revoked(erased(k), e.revocation());
            case ConsentEvent.KeyDestroyed e ->
                e.scope() == KeyScope.RECOGNITION
                        ? key(k, k.recognition().destroyed(e.keyGeneration()))
                        : retention(k, k.retention().destroyed(e.scope()));
            case ConsentEvent.PhotoTreatmentOrdered e -> k;
            case ConsentEvent.PhotosLeft e -> k;
            case ConsentEvent.ElementHeld e -> retention(k, k.retention().held(e.element(), e.until()));
            case ConsentEvent.HoldReleased e -> retention(k, k.retention().released(e.element()));
            case ConsentEvent.DeathRecorded e ->
                revoked(
                        invalidated(
                                standing(k, k.restricted(), true), k.grants().keySet()),
                        e.revocation());
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

    private static Known granted(Known k, Grant grant) {
        Known with = superseded(grants(k, put(k.grants(), grant.id(), grant)), grant.terms());
        boolean mints = grant.keyGeneration() > k.recognition().generation();
        return mints ? key(with, k.recognition().minted(grant.keyGeneration())) : with;
    }

    private static Known ended(Known k, GrantId id, ConsentStatus status) {
        Grant grant = k.grants().get(id);
        return grant == null ? k : grants(k, put(k.grants(), id, grant.withStatus(status)));
    }

    private static Known withdrawn(Known k, List<Withdrawn> parts) {
        Map<GrantId, Grant> next = new LinkedHashMap<>(k.grants());
        parts.forEach(part -> next.computeIfPresent(part.grant(), (id, grant) -> grant.without(part.channels())));
        return grants(k, next);
    }

    private static Known invalidated(Known k, Collection<GrantId> ended) {
        Map<GrantId, Grant> next = new LinkedHashMap<>(k.grants());
        next.replaceAll((id, grant) -> ended.contains(id) && grant.status().authorises()
                ? grant.withStatus(ConsentStatus.INVALIDATED)
                : grant);
        return grants(k, next);
    }

    private static Known representative(Known k, Representative one) {
        return representatives(k, put(k.representatives(), one.id(), one));
    }

    private static Known disputed(Known k, RepresentativeId id, boolean contested) {
        Representative one = k.representatives().get(id);
        return one == null ? k : representative(k, one.withDispute(contested));
    }

    private static Known corrected(Known k, ConsentEvent.RepresentativeCorrected e) {
        Representative one = k.representatives().get(e.representative());
        return one == null ? k : representative(k, one.corrected(e.authority()));
    }

    private static Known offer(Known k, Offer offer) {
        return offers(k, put(k.offers(), offer.id(), offer));
    }

    private static Known answered(Known k, QuitclaimId id) {
        Offer offer = k.offers().get(id);
        return offer == null ? k : offer(k, offer.withAnswer());
    }

    private static Known refused(Known k, ConsentEvent.ConsentRefused e) {
        Offer offer = k.offers().get(e.quitclaim());
        return offer == null
                ? k
                : offer(k, offer.withRefusal(new Refusal(e.ask(), e.signature().by(), e.at(), false)));
    }

    private static Known superseded(Known k, Terms yes) {
        Map<QuitclaimId, Offer> next = new LinkedHashMap<>(k.offers());
        next.replaceAll((id, offer) -> offer.supersededBy(yes));
        return offers(k, next);
    }

    private static Known revoked(Known k, int revocation) {
        return counted(k, revocation, k.followedUp());
    }

    private static <K, V> Map<K, V> put(Map<K, V> map, K key, V value) {
        Map<K, V> next = new LinkedHashMap<>(map);
        next.put(key, value);
        return next;
    }

    private static Known grants(Known k, Map<GrantId, Grant> grants) {
        return copy(
                k,
                k.restricted(),
                k.deceased(),
                k.erasureRequested(),
                k.representatives(),
                k.offers(),
                grants,
                k.recognition(),
                k.retention(),
                k.revocations(),
                k.followedUp());
    }

    private static Known offers(Known k, Map<QuitclaimId, Offer> offers) {
        return copy(
                k,
                k.restricted(),
                k.deceased(),
                k.erasureRequested(),
                k.representatives(),
                offers,
                k.grants(),
                k.recognition(),
                k.retention(),
                k.revocations(),
                k.followedUp());
    }

    private static Known representatives(Known k, Map<RepresentativeId, Representative> representatives) {
        return copy(
                k,
                k.restricted(),
                k.deceased(),
                k.erasureRequested(),
                representatives,
                k.offers(),
                k.grants(),
                k.recognition(),
                k.retention(),
                k.revocations(),
                k.followedUp());
    }

    private static Known key(Known k, RecognitionKey key) {
        return copy(
                k,
                k.restricted(),
                k.deceased(),
                k.erasureRequested(),
                k.representatives(),
                k.offers(),
                k.grants(),
                key,
                k.retention(),
                k.revocations(),
                k.followedUp());
    }

    private static Known counted(Known k, int revocations, int followedUp) {
        return copy(
                k,
                k.restricted(),
                k.deceased(),
                k.erasureRequested(),
                k.representatives(),
                k.offers(),
                k.grants(),
                k.recognition(),
                k.retention(),
                revocations,
                followedUp);
    }

    private static Known standing(Known k, boolean restricted, boolean deceased) {
        return copy(
                k,
                restricted,
                deceased,
                k.erasureRequested(),
                k.representatives(),
                k.offers(),
                k.grants(),
                k.recognition(),
                k.retention(),
                k.revocations(),
                k.followedUp());
    }

    private static Known retention(Known k, Retention retention) {
        return copy(
                k,
                k.restricted(),
                k.deceased(),
                k.erasureRequested(),
                k.representatives(),
                k.offers(),
                k.grants(),
                k.recognition(),
                retention,
                k.revocations(),
                k.followedUp());
    }

    /** Without a name there is nobody left to ask or to answer: an ordered identity ends the record. */
    private static Known ordered(Known k, ConsentEvent.ErasureOrdered e) {
        return switch (e.scope()) {
            case RECOGNITION -> key(k, k.recognition().ordered(e.keyGeneration()));
            case IDENTITY -> erased(retention(k, k.retention().ordered(e.scope())));
            case EVIDENCE, PHOTO, STAFF, EDITORIAL -> retention(k, k.retention().ordered(e.scope()));
        };
    }

    private static Known erased(Known k) {
        return copy(
                k,
                k.restricted(),
                k.deceased(),
                true,
                k.representatives(),
                k.offers(),
                k.grants(),
                k.recognition(),
                k.retention(),
                k.revocations(),
                k.followedUp());
    }

    private static Known circumstances(Known k, Circumstances right, List<Lowering> lowering) {
        return new Known(
                k.id(),
                right.capacity(),
                right.ageGroup(),
                lowering,
                k.identity(),
                k.restricted(),
                k.deceased(),
                k.erasureRequested(),
                k.representatives(),
                k.offers(),
                k.grants(),
                k.recognition(),
                k.retention(),
                k.revocations(),
                k.followedUp());
    }

    private static Known identity(Known k, RecordId identity) {
        return new Known(
                k.id(),
                k.capacity(),
                k.ageGroup(),
                k.lowering(),
                identity,
                k.restricted(),
                k.deceased(),
                k.erasureRequested(),
                k.representatives(),
                k.offers(),
                k.grants(),
                k.recognition(),
                k.retention(),
                k.revocations(),
                k.followedUp());
    }

    private static Known copy(
            Known k,
            boolean restricted,
            boolean deceased,
            boolean erasureRequested,
            Map<RepresentativeId, Representative> representatives,
            Map<QuitclaimId, Offer> offers,
            Map<GrantId, Grant> grants,
            RecognitionKey recognition,
            Retention retention,
            int revocations,
            int followedUp) {
        return new Known(
                k.id(),
                k.capacity(),
                k.ageGroup(),
                k.lowering(),
                k.identity(),
                restricted,
                deceased,
                erasureRequested,
                representatives,
                offers,
                grants,
                recognition,
                retention,
                revocations,
                followedUp);
    }
}
