package org.quitclaim.face.align;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.Map;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.onnx.SharedSession;
import org.quitclaim.face.onnx.SquareInput;
import org.quitclaim.face.pack.AlignerModel;

/**
 * Lays the embedder's square around a face by its eyes and mouth.
 *
 * <p><b>Guarantees</b>: landmarks are used for the box and dropped; they are not biometric template data.
 *
 * <p><b>Thread-safety</b>: safe.
 */
public final class FaceAligner implements AutoCloseable {

    private final AlignerModel model;
    private final SharedSession session;
    private final SquareInput squareInput;

    public FaceAligner(AlignerModel model, int threads) {
        this.model = model;
        this.session = SharedSession.open(model.file(), threads);
        this.squareInput = SquareInput.centred(model.file());
    }

    /** The aligned region; the face's own box where the landmarks leave nothing inside the image. */
    public PixelRegion align(UprightImage image, Box box) {
        double x = box.x() * image.width();
        double y = box.y() * image.height();
        PixelRegion face = PixelRegion.clipped(x, y, box.width() * image.width(), box.height() * image.height(), image);
        PixelRegion crop = face.isEmpty() ? onePixel(face, image) : face;
        PixelRegion aligned = square(image, crop, x, y);
        return aligned.isEmpty() ? crop : aligned;
    }

    private PixelRegion square(UprightImage image, PixelRegion crop, double x, double y) {
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = SharedSession.floats(arena, squareInput.floats());
            squareInput.write(image, crop, input, 0);
            FloatBuffer points = SharedSession.floats(arena, Landmarks.COORDINATES);
            session.run(input, 1, Map.of("landmarks", new SharedSession.Output(points, 1, Landmarks.COORDINATES)));
            return square(new Landmarks(points, crop, x, y), crop, image);
        }
    }

    private PixelRegion square(Landmarks landmarks, PixelRegion crop, UprightImage image) {
        double size = Math.floor(landmarks.eyeToMouth() / model.eyeToMouthRatio());
        double x = Math.floor(Math.max(0, landmarks.centreX() - model.centreX() * size));
        double y = Math.floor(Math.max(0, landmarks.centreY() - model.centreY() * size));
        double width = Math.min(size, crop.width() + x);
        double height = Math.min(size, crop.height() + y);
        return PixelRegion.clipped(x, y, width, height, image);
    }

    private static PixelRegion onePixel(PixelRegion face, UprightImage image) {
        return new PixelRegion(
                Math.min(face.x(), image.width() - 1),
                Math.min(face.y(), image.height() - 1),
                Math.clamp(face.width(), 1, image.width()),
                Math.clamp(face.height(), 1, image.height()));
    }

    @Override
    public void close() {
        session.close();
    }
}
