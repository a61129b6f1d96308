package org.quitclaim.face.align;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.function.Function;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.PixelRegion;
import org.quitclaim.face.image.Turned;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.onnx.DeclaredShapes;
import org.quitclaim.face.onnx.SharedSession;
import org.quitclaim.face.onnx.SquareInput;
import org.quitclaim.face.pack.AlignerModel.EyesAndMouth;

/**
 * Lays the embedder's square around a face by its eyes and mouth.
 *
 * <p><b>Guarantees</b>: landmarks are used for the box and dropped; they are not biometric template data.
 *
 * <p><b>Thread-safety</b>: safe.
 */
public final class EyesAndMouthAligner implements FaceAligner {

    /** Below it, in radians, the eyes count as level: the points themselves are not more exact. */
    private static final double LEAST_TILT = Math.toRadians(5);

    /** The points of a face that lies on its side are rough; a second look at the turned picture mends them. */
    private static final int MOST_TURNS = 3;

    /** How much of what surrounds a face is turned with it, as a multiple of its longer side. */
    private static final double SURROUNDINGS = 2.5;

    /** In pixels; the embedder sees fewer. */
    private static final int LARGEST_TURNED = 512;

    private final EyesAndMouth model;
    private final SharedSession session;
    private final SquareInput squareInput;

    public EyesAndMouthAligner(EyesAndMouth model, int threads) {
        this.model = model;
        this.session = SharedSession.open(model.file(), threads)
                .takingPictures()
                .giving("landmarks", DeclaredShapes.ANY, Landmarks.COORDINATES);
        this.squareInput = SquareInput.centred(model.file());
    }

    /**
     * The face with its eyes level: where they are not, what surrounds it is turned first. Faces that stand upright keep
     * the geometry of the reference implementation to the pixel.
     */
    @Override
    public AlignedFace alignUpright(UprightImage image, Box box) {
        UprightImage picture = image;
        Box face = box;
        double angle = 0;
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            double tilt = landmarks(picture, face, Landmarks::tilt);
            if (Math.abs(tilt) < LEAST_TILT) {
                break;
            }
            angle += tilt;
            double side = SURROUNDINGS * Math.max(box.width() * image.width(), box.height() * image.height());
            picture = new Turned(
                            (box.x() + box.width() / 2) * image.width(),
                            (box.y() + box.height() / 2) * image.height(),
                            side,
                            angle)
                    .of(image, (int) Math.clamp(Math.ceil(side), 1, LARGEST_TURNED));
            face = middle(box.width() * image.width() / side, box.height() * image.height() / side);
        }
        return new AlignedFace(picture, align(picture, face), angle);
    }

    private static Box middle(double width, double height) {
        return new Box((1 - width) / 2, (1 - height) / 2, width, height);
    }

    /** The aligned region; the face's own box where the landmarks leave nothing inside the image. */
    public PixelRegion align(UprightImage image, Box box) {
        PixelRegion crop = crop(image, box);
        PixelRegion aligned = landmarks(image, box, landmarks -> square(landmarks, crop, image));
        return aligned.isEmpty() ? crop : aligned;
    }

    private <T> T landmarks(UprightImage image, Box box, Function<Landmarks, T> reading) {
        PixelRegion crop = crop(image, box);
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = SharedSession.floats(arena, squareInput.floats());
            squareInput.write(image, crop, input, 0);
            FloatBuffer points = SharedSession.floats(arena, Landmarks.COORDINATES);
            session.run(input, 1, Map.of("landmarks", new SharedSession.Output(points, 1, Landmarks.COORDINATES)));
            return reading.apply(new Landmarks(points, crop, box.x() * image.width(), box.y() * image.height()));
        }
    }

    private static PixelRegion crop(UprightImage image, Box box) {
        PixelRegion face = PixelRegion.clipped(
                box.x() * image.width(),
                box.y() * image.height(),
                box.width() * image.width(),
                box.height() * image.height(),
                image);
        return face.isEmpty() ? onePixel(face, image) : face;
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
