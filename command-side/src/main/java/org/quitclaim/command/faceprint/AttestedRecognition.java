package org.quitclaim.command.faceprint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.collection.CollectionState.Open;
import org.quitclaim.domain.consent.PersonId;
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
import org.quitclaim.face.permit.GrantState;
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

    public AttestedRecognition(
            Commands commands,
            Facts facts,
            PermitIssuer permits,
            RecognitionModel model,
            GalleryKeeper gallery,
            Suggestions suggestions,
            RecognitionRuns runs) {
        this.commands = commands;
        this.facts = facts;
        this.permits = permits;
        this.model = model;
        this.gallery = gallery;
        this.suggestions = suggestions;
        this.runs = runs;
    }

    /** What one photo's run led to. */
    public record Outcome(PhotoId photoId, int attested, int suggested) {}

    /** Records the attestation, then seeks the faces. Refused as a whole before anything is embedded. */
    public Outcome run(PhotoId photoId, List<FaceId> faces, RecognitionScope scope, Origin origin) {
        long mark = facts.mark();
        Registered photo = facts.photo(photoId);
        Open collection = facts.collection(photo.collection());
        commands.send(new AttestFaces(photoId, faces, scope), origin);
        Map<PersonId, GrantState> within = facts.scope(scope, collection);
        List<PermittedFace> permitted = faces.stream()
                .map(id -> Objects.requireNonNull(photo.faces().get(id), "an attested face is on the photo"))
                .map(face -> new PermittedFace(face.mark().face(), face.mark().box()))
                .toList();
        EmbeddingPermit.AttestedFaces permit =
                Permits.issued(permits.issueAttestedFaces(facts.of(mark, photo, collection), permitted, scope, within));
        List<SimilarityBand> bands = runs.run(
                photo,
                permit,
                among(permit),
                (probe, run) -> match(photo, collection, permit, probe, run, origin),
                origin);
        return new Outcome(photo.id(), permitted.size(), bands.size());
    }

    private static RecognitionRuns.Among among(EmbeddingPermit.AttestedFaces permit) {
        int version =
                permit.scope() == RecognitionScope.PARTICIPANTS ? permit.terms().participantsVersion() : 0;
        return new RecognitionRuns.Among(Sought.within(permit.scope()), version);
    }

    private Optional<SimilarityBand> match(
            Registered photo,
            Open collection,
            EmbeddingPermit.AttestedFaces permit,
            FaceProbe probe,
            RunId run,
            Origin origin) {
        GalleryAnswer answer = gallery.gallery()
                .nearest(probe.vector(), permit.terms().generations().keySet());
        return switch (model.rule().judge(answer)) {
            case MatchVerdict.NoMatch none -> Optional.empty();
            case MatchVerdict.Match match -> suggest(photo, collection, permit, probe.face(), match, run, origin);
        };
    }

    private Optional<SimilarityBand> suggest(
            Registered photo,
            Open collection,
            EmbeddingPermit.AttestedFaces permit,
            FaceId face,
            MatchVerdict.Match match,
            RunId run,
            Origin origin) {
        KeyGeneration generation = Objects.requireNonNull(
                permit.terms().generations().get(match.person()), "a candidate is in the permit");
        if (!suggestions.offer(photo.id(), face, generation, match, run, origin)) {
            return Optional.empty();
        }
        confirmByPolicy(photo.id(), collection, face, match, origin);
        return Optional.of(match.band());
    }

    private void confirmByPolicy(PhotoId photo, Open collection, FaceId face, MatchVerdict.Match match, Origin origin) {
        boolean automatic = collection.policy().automatic() == RecognitionPolicy.Automatic.STRONG_ONLY
                && match.band() == SimilarityBand.STRONG
                && !match.isClose()
                && !facts.minor(match.person());
        if (automatic) {
            commands.offer(new ConfirmSighting(photo, face, match.person(), ConfirmedBy.POLICY), origin);
        }
    }
}
