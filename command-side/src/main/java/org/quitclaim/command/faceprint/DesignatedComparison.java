package org.quitclaim.command.faceprint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.photo.ClearPhoto;
import org.quitclaim.command.photo.PhotoImages;
import org.quitclaim.domain.collection.CollectionState.Open;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.MarkedFace;
import org.quitclaim.domain.photo.PhotoCommand.RecordRun;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.RecognitionRun;
import org.quitclaim.domain.recognition.RunId;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.recognition.Sought;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.face.embed.Embedding;
import org.quitclaim.face.embed.FaceProbe;
import org.quitclaim.face.gallery.GalleryAnswer;
import org.quitclaim.face.gallery.MatchVerdict;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.PermitIssuer;
import org.quitclaim.face.permit.PermittedFace;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.IdMint;
import org.springframework.http.HttpStatus;

/**
 * Compares one face, of which a human says whose it is, with that person's faceprint and no other.
 *
 * <p><b>Guarantees:</b> nothing is embedded unless the face is open, the person is enrolled and a permit was issued; a
 * match becomes a suggestion that a human confirms, never more; every comparison leaves its record.
 *
 * <p><b>Source</b>: ARCHITECTURE section 6, {@code DesignatedFace}.
 */
public final class DesignatedComparison {
    private final Commands commands;
    private final Facts facts;
    private final PermitIssuer permits;
    private final RecognitionModel model;
    private final GalleryKeeper gallery;
    private final Suggestions suggestions;
    private final PhotoImages images;
    private final Clock clock;

    public DesignatedComparison(
            Commands commands,
            Facts facts,
            PermitIssuer permits,
            RecognitionModel model,
            GalleryKeeper gallery,
            Suggestions suggestions,
            PhotoImages images,
            Clock clock) {
        this.commands = commands;
        this.facts = facts;
        this.permits = permits;
        this.model = model;
        this.gallery = gallery;
        this.suggestions = suggestions;
        this.images = images;
        this.clock = clock;
    }

    /** How alike they are; empty when they are not, or when the person's consent ended meanwhile. */
    public Optional<SimilarityBand> run(PhotoId photoId, FaceId faceId, PersonId person, Origin origin) {
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
        return compare(photo, permit, origin);
    }

    private static MarkedFace comparable(Registered photo, FaceId id) {
        MarkedFace face = photo.faces().get(id);
        if (face == null) {
            throw new RejectedException(PhotoRejection.UNKNOWN_FACE);
        }
        if (!(face.standing() instanceof FaceStanding.Open) || face.mark().kind() != Mark.Kind.FACE) {
            throw new RejectedException(PhotoRejection.NOT_ATTESTABLE);
        }
        return face;
    }

    private Optional<SimilarityBand> compare(Registered photo, EmbeddingPermit.DesignatedFace permit, Origin origin) {
        Instant started = clock.instant();
        RunId run = IdMint.mint(RunId.PREFIX, RunId::new);
        long galleryVersion = gallery.gallery().version().number();
        Optional<SimilarityBand> band;
        try (ClearPhoto clear = images.original(photo, AccessPurpose.RECOGNITION, origin);
                Embedding.Computed computed =
                        Permits.computed(model.embedder().embed(permit, photo.id(), clear.image()))) {
            band = match(photo.id(), permit, computed.probes().getFirst(), run, origin);
        }
        commands.send(new RecordRun(photo.id(), record(permit, run, galleryVersion, band, started)), origin);
        return band;
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

    private RecognitionRun record(
            EmbeddingPermit.DesignatedFace permit,
            RunId run,
            long galleryVersion,
            Optional<SimilarityBand> band,
            Instant started) {
        List<SimilarityBand> bands = band.map(List::of).orElseGet(List::of);
        return new RecognitionRun(
                run,
                permit.terms().id(),
                model.name(),
                galleryVersion,
                Sought.DESIGNATED,
                0,
                permit.terms().faces().stream().map(PermittedFace::face).toList(),
                bands.size(),
                bands,
                started,
                clock.instant());
    }
}
