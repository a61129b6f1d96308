package org.quitclaim.command.faceprint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.collection.CollectionState.Open;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.PhotoCommand.AttestFaces;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.RecognitionPolicy;
import org.quitclaim.domain.recognition.RecognitionScope;
import org.quitclaim.domain.recognition.RunId;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.recognition.Sought;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.face.embed.FaceProbe;
import org.quitclaim.face.gallery.GalleryAnswer;
import org.quitclaim.face.gallery.MatchVerdict;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.face.permit.PermittedFace;

/**
 * Seeks faces that a human attested, and no others.
 *
 * <p><b>Guarantees:</b> a face nobody attested is never embedded; a match becomes a suggestion only if the person's own
 * stream accepts it at that moment; every run leaves its record.
 */
public final class AttestedRecognition {
    private final Commands commands;
    private final Facts facts;
    private final PermitIssuer permits;
    private final RecognitionModel model;
    private final GalleryKeeper gallery;
    private final Suggestions suggestions;
    private final RecognitionRuns runs;
    private final PolicySettings policy;

    public AttestedRecognition(
            Commands commands,
            Facts facts,
            PermitIssuer permits,
            RecognitionModel model,
            GalleryKeeper gallery,
            Suggestions suggestions,
            RecognitionRuns runs,
            PolicySettings policy) {
        this.commands = commands;
        this.facts = facts;
        this.permits = permits;
        this.model = model;
        this.gallery = gallery;
        this.suggestions = suggestions;
        this.runs = runs;
        this.policy = policy;
    }

    /** What one photo's run led to. */
    public record Outcome(PhotoId photoId, int attested, int suggested) {}

    /** What is sought where, and by what right. */
    private record Search(Registered photo, Open collection, EmbeddingPermit.AttestedFaces permit) {}

    /** Records the attestation, then seeks the faces. Refused as a whole before anything is embedded. */
    public Outcome run(PhotoId photoId, List<FaceId> faces, RecognitionScope scope, Origin origin) {
        facts.photo(photoId); // a photo that is gone is unknown, and nothing is attested on it
        commands.send(new AttestFaces(photoId, faces, scope), origin);
        Search search = Permits.whileFactsChange(() -> permitted(photoId, faces, scope));
        List<SimilarityBand> bands = runs.run(
                search.photo(),
                search.permit(),
                among(search.permit()),
                (probe, run) -> match(search, probe, run, origin),
                origin);
        return new Outcome(photoId, faces.size(), bands.size());
    }

    /** Asked again when somebody's withdrawal came in between; the attestation is recorded by then, once. */
    private Search permitted(PhotoId photoId, List<FaceId> faces, RecognitionScope scope) {
        long mark = facts.mark();
        Registered photo = facts.photo(photoId);
        Open collection = facts.collection(photo.collection());
        List<PermittedFace> attested = faces.stream()
                .map(id -> Objects.requireNonNull(photo.faces().get(id), "an attested face is on the photo"))
                .map(face -> new PermittedFace(face.mark().face(), face.mark().box()))
                .toList();
        return new Search(
                photo,
                collection,
                Permits.issued(permits.issueAttestedFaces(
                        facts.of(mark, photo, collection), attested, scope, facts.scope(scope, collection))));
    }

    private static RecognitionRuns.Among among(EmbeddingPermit.AttestedFaces permit) {
        int version =
                permit.scope() == RecognitionScope.PARTICIPANTS ? permit.terms().participantsVersion() : 0;
        return new RecognitionRuns.Among(Sought.within(permit.scope()), version);
    }

    private Optional<SimilarityBand> match(Search search, FaceProbe probe, RunId run, Origin origin) {
        GalleryAnswer answer = gallery.gallery()
                .nearest(probe.vector(), search.permit().terms().generations().keySet());
        return switch (model.rule().judge(answer)) {
            case MatchVerdict.NoMatch none -> Optional.empty();
            case MatchVerdict.Match match -> suggest(search, probe.face(), match, run, origin);
        };
    }

    private Optional<SimilarityBand> suggest(
            Search search, FaceId face, MatchVerdict.Match match, RunId run, Origin origin) {
        KeyGeneration generation = Objects.requireNonNull(
                search.permit().terms().generations().get(match.person()), "a candidate is in the permit");
        if (!suggestions.offer(search.photo().id(), face, generation, match, run, origin)) {
            return Optional.empty();
        }
        confirmByPolicy(search, face, match, origin);
        return Optional.of(match.band());
    }

    private void confirmByPolicy(Search search, FaceId face, MatchVerdict.Match match, Origin origin) {
        boolean automatic = search.collection().policy().automatic() == RecognitionPolicy.Automatic.STRONG_ONLY
                && search.permit().terms().generations().size() >= policy.leastGallery()
                && match.band() == SimilarityBand.STRONG
                && !match.isClose()
                && !facts.minor(match.person());
        if (automatic) {
            ConfirmedBy by = policy.unseenIsEnough() ? ConfirmedBy.POLICY_ALONE : ConfirmedBy.POLICY;
            commands.offer(new ConfirmSighting(search.photo().id(), face, match.person(), by), origin);
        }
    }
}
