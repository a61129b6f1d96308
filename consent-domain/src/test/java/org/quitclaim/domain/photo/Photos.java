package org.quitclaim.domain.photo;

import java.util.Arrays;
import java.util.List;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Mark.Kind;
import org.quitclaim.domain.photo.Mark.Origin;
import org.quitclaim.domain.photo.PhotoCommand.CompleteReview;
import org.quitclaim.domain.photo.PhotoCommand.MakeRendition;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoCommand.RegisterPhoto;

/** Photos for tests: one photo of a gala, with a left and a right face. */
public final class Photos {
    public static final PhotoId STAGE = Sample.photo("stage");
    public static final RenditionId ORIGINAL = Sample.rendition("original");
    public static final RenditionId COVERED = Sample.rendition("covered");
    public static final FaceId LEFT = Sample.face("left");
    public static final FaceId RIGHT = Sample.face("right");
    public static final Looked QUICKLY = new Looked(Looked.Depth.QUICK, "face-api/1 passes/1", 3, 33, 108, 0, 0);
    public static final Looked THOROUGHLY = new Looked(Looked.Depth.THOROUGH, "face-api/1 passes/1", 4, 150, 24, 5, 48);
    public static final Looked IMPROVED = new Looked(Looked.Depth.THOROUGH, "face-api/2 passes/1", 4, 150, 24, 5, 48);
    public static final Covering HIDDEN = missing();
    public static final Box BOX = new Box(0.1, 0.1, 0.2, 0.2);
    public static final Box MOVED = new Box(0.15, 0.1, 0.2, 0.2);

    private Photos() {}

    public static Scenario<PhotoState, PhotoCommand, PhotoEvent> none() {
        return Scenario.of(PhotoState.NONE, PhotoDecisions::decide, PhotoDecisions::evolve);
    }

    public static Scenario<PhotoState, PhotoCommand, PhotoEvent> registered() {
        return none().and(register(STAGE));
    }

    /** With these faces, all open, and reviewed. */
    public static Scenario<PhotoState, PhotoCommand, PhotoEvent> reviewed(FaceId... faces) {
        List<Mark> marks = Arrays.stream(faces).map(Photos::mark).toList();
        return registered().and(new RecordFaces(STAGE, THOROUGHLY, marks), new CompleteReview(STAGE, true));
    }

    /** Covers that miss these. */
    static Covering missing(FaceId... faces) {
        return new Covering(CoverStyle.BLOCK, "face-api/1 passes/1", 24, List.of(faces));
    }

    public static RegisterPhoto register(PhotoId photo) {
        return new RegisterPhoto(
                photo,
                Sample.collection("gala"),
                PhotoSource.HELD,
                Sample.record("image"),
                Sample.record("preview"),
                Sample.record("name"),
                Sample.record("digest"),
                1920,
                1080,
                ORIGINAL,
                List.of());
    }

    /** As a photo was taken in. */
    public static Picture picture() {
        return new Picture(
                Picture.FIRST,
                Sample.record("image"),
                Sample.record("preview"),
                Sample.record("name"),
                Sample.record("digest"));
    }

    public static Mark mark(FaceId face) {
        return new Mark(face, BOX, Kind.FACE, Origin.DETECTED, 98);
    }

    public static MakeRendition cover(RenditionId rendition, FaceId... faces) {
        return new MakeRendition(
                STAGE,
                rendition,
                Arrays.stream(faces).map(face -> new Covered(face, BOX)).toList(),
                Sample.record("filled"),
                Sample.record("known"),
                Sample.record("image"),
                HIDDEN);
    }
}
