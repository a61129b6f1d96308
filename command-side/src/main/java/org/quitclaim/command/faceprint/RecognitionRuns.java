package org.quitclaim.command.faceprint;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.image.ClearPhoto;
import org.quitclaim.command.image.PhotoImages;
import org.quitclaim.domain.id.RunId;
import org.quitclaim.domain.photo.PhotoCommand.RecordRun;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.RecognitionRun;
import org.quitclaim.domain.recognition.SimilarityBand;
import org.quitclaim.domain.recognition.Sought;
import org.quitclaim.face.embed.Embedding;
import org.quitclaim.face.embed.FaceProbe;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.PermittedFace;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.IdMint;

/**
 * One use of recognition: opens the photo, embeds what the permit names and leaves the record.
 *
 * <p><b>Guarantees:</b> probe vectors are overwritten when the run ends; a run that embedded something is recorded.
 */
final class RecognitionRuns {
    private final Commands commands;
    private final RecognitionModel model;
    private final GalleryKeeper gallery;
    private final PhotoImages images;
    private final Clock clock;

    public RecognitionRuns(
            Commands commands, RecognitionModel model, GalleryKeeper gallery, PhotoImages images, Clock clock) {
        this.commands = commands;
        this.model = model;
        this.gallery = gallery;
        this.images = images;
        this.clock = clock;
    }

    /** What becomes of one face: how alike the suggested person is, or nothing. */
    interface Matching {
        Optional<SimilarityBand> match(FaceProbe probe, RunId run);
    }

    /**
     * Where a run looks.
     *
     * @param participantsVersion 0 unless the participants are sought
     */
    record Among(Sought sought, int participantsVersion) {}

    /** How alike those are who were suggested, one for each. */
    List<SimilarityBand> run(Registered photo, EmbeddingPermit permit, Among among, Matching matching, Origin origin) {
        Instant started = clock.instant();
        RunId run = IdMint.mint(RunId.PREFIX, RunId::new);
        long galleryVersion = gallery.gallery().version().number();
        List<SimilarityBand> bands = new ArrayList<>();
        try (ClearPhoto clear = images.original(photo, AccessPurpose.RECOGNITION, origin);
                Embedding.Computed computed =
                        Permits.computed(model.embedder().embed(permit, photo.id(), clear.image()))) {
            for (FaceProbe probe : computed.probes()) {
                matching.match(probe, run).ifPresent(bands::add);
            }
        }
        RecognitionRun record = new RecognitionRun(
                run,
                permit.terms().id(),
                model.name(),
                galleryVersion,
                among.sought(),
                among.participantsVersion(),
                permit.terms().faces().stream().map(PermittedFace::face).toList(),
                bands.size(),
                bands,
                started,
                clock.instant());
        commands.send(new RecordRun(photo.id(), record), origin);
        return bands;
    }
}
