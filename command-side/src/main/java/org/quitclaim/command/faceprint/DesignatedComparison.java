package org.quitclaim.command.faceprint;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.domain.collection.CollectionState.Open;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RunId;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.recognition.Sought;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.face.embed.FaceProbe;
import org.quitclaim.face.gallery.GalleryAnswer;
import org.quitclaim.face.gallery.MatchVerdict;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.face.permit.PermittedFace;
import org.springframework.http.HttpStatus;

/**
 * Compares one face, of which a human says whose it is, with that person's faceprint and no other.
 *
 * <p><b>Guarantees:</b> nothing is embedded unless the face is open, the person is enrolled and a permit was issued; a
 * match becomes a suggestion that a human confirms, never more; who compared whom is recorded before it is done, and only
 * so often (see {@link Comparisons}).
 *
 * <p><b>Source</b>: Art. 9(2)(a) GDPR: the face was designated by a human (ADR 4).
 */
final class DesignatedComparison {
    private final Facts facts;
    private final PermitIssuer permits;
    private final RecognitionModel model;
    private final GalleryKeeper gallery;
    private final Suggestions suggestions;
    private final RecognitionRuns runs;
    private final Comparisons comparisons;

    public DesignatedComparison(
            Facts facts,
            PermitIssuer permits,
            RecognitionModel model,
            GalleryKeeper gallery,
            Suggestions suggestions,
            RecognitionRuns runs,
            Comparisons comparisons) {
        this.facts = facts;
        this.permits = permits;
        this.model = model;
        this.gallery = gallery;
        this.suggestions = suggestions;
        this.runs = runs;
        this.comparisons = comparisons;
    }

    /** How alike they are; empty when they are not, or when the person's consent ended meanwhile. */
    public Optional<SimilarityBand> run(PhotoId photoId, FaceId faceId, PersonId person, Origin origin) {
        return Permits.whileFactsChange(() -> compared(photoId, faceId, person, origin));
    }

    private Optional<SimilarityBand> compared(PhotoId photoId, FaceId faceId, PersonId person, Origin origin) {
        long mark = facts.mark();
        Registered photo = facts.photo(photoId);
        Open collection = facts.collection(photo.collection());
        MarkedFace face = comparable(photo, faceId);
        EmbeddingPermit.DesignatedFace permit = Permits.issued(permits.issueDesignatedFace(
                facts.of(mark, photo, collection),
                new PermittedFace(faceId, face.mark().box()),
                person,
                facts.grant(person)));
        if (!gallery.gallery().holds(person)) {
            throw new RejectedException(new InputRejection(
                    "faceprint.none", "This person has no faceprint yet; enrol one first.", HttpStatus.CONFLICT));
        }
        comparisons.record(photoId, face, person, origin);
        RecognitionRuns.Among among = new RecognitionRuns.Among(Sought.DESIGNATED, 0);
        return runs
                .run(photo, permit, among, (probe, run) -> match(photoId, permit, probe, run, origin), origin)
                .stream()
                .findFirst();
    }

    private static MarkedFace comparable(Registered photo, FaceId id) {
        MarkedFace face = photo.faces().get(id);
        if (face == null) {
            throw new RejectedException(PhotoRejection.UNKNOWN_FACE);
        }
        if (!face.isComparable()) {
            throw new RejectedException(PhotoRejection.NOT_ATTESTABLE);
        }
        return face;
    }

    private Optional<SimilarityBand> match(
            PhotoId photo, EmbeddingPermit.DesignatedFace permit, FaceProbe probe, RunId run, Origin origin) {
        KeyGeneration generation = Objects.requireNonNull(
                permit.terms().generations().get(permit.person()), "the permit names its person's key");
        GalleryAnswer nearest = gallery.gallery().nearest(probe.vector(), Set.of(permit.person()));
        return model.rule().judge(nearest) instanceof MatchVerdict.Match match
                        && suggestions.offer(photo, probe.face(), generation, match, run, origin)
                ? Optional.of(match.band())
                : Optional.empty();
    }
}
