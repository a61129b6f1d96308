package org.quitclaim.command.faceprint;

import java.util.List;
import org.quitclaim.domain.photo.Looked;
import org.quitclaim.domain.photo.Looked.Depth;
import org.quitclaim.domain.photo.SearchStandard;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.detect.Passes;
import org.quitclaim.face.image.UprightImage;

/**
 * Looks for faces as this installation is set to.
 *
 * <p><b>Guarantees:</b> computes no biometric vector.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class FaceSearch implements SearchStandard {
    private final RecognitionModel model;
    private final int smallestFacePixels;

    /** @param smallestFacePixels the shorter side of the smallest face that is looked for */
    public FaceSearch(RecognitionModel model, int smallestFacePixels) {
        this.model = model;
        this.smallestFacePixels = smallestFacePixels;
    }

    /** What was found, and what was looked for. */
    public record Result(Looked looked, List<DetectedFace> faces) {}

    /** As much as fits between an upload and its answer; on a small photo that is everything. */
    public Result quickly(UprightImage image) {
        Passes quick = Passes.quick(image, smallestFacePixels);
        boolean everything = quick.equals(thorough(image));
        return new Result(
                looked(everything ? Depth.THOROUGH : Depth.QUICK, quick),
                model.detector().detect(image, quick));
    }

    /** @param breath called between short steps, to give way to whoever waits */
    public Result thoroughly(UprightImage image, Runnable breath) {
        Passes passes = thorough(image);
        return new Result(looked(Depth.THOROUGH, passes), model.detector().detect(image, passes, breath));
    }

    public Result thoroughly(UprightImage image) {
        return thoroughly(image, () -> {});
    }

    /** What events say of the detector: pack and passes, each with its version. */
    public String detector() {
        return model.pack().detectorName() + " passes/" + Passes.VERSION;
    }

    public int smallestFacePixels() {
        return smallestFacePixels;
    }

    /** A photo that is still being looked at lacks nothing but time; it is amber for that. */
    @Override
    public boolean isMetBy(Looked looked) {
        return !looked.isThorough() || looked.isBy(detector(), smallestFacePixels);
    }

    private Passes thorough(UprightImage image) {
        return Passes.thorough(image, smallestFacePixels);
    }

    private Looked looked(Depth depth, Passes passes) {
        return new Looked(
                depth,
                detector(),
                passes.scales().size(),
                (int) Math.round(passes.scales().getFirst() * 100),
                passes.smallestFacePixels(),
                passes.turns().size(),
                passes.smallestTurnedPixels());
    }
}
