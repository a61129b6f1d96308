package org.quitclaim.face.quality;

import java.util.Optional;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.align.AlignedFace;
import org.quitclaim.face.image.UprightImage;

/**
 * How well somebody will be known again by a face.
 *
 * <p><b>Guarantees</b>: computed from pixels and geometry alone; no biometric vector is needed for it.
 *
 * <p><b>Source</b>: ISO/IEC 29794-5; R83. The limits of size and sharpness are where about half or fewer of the photos of a person were recognised by a
 * portrait that was made worse on purpose: {@code docs/design/recognition.md}. The detector's score is no such measure: of
 * portraits below 0.6 nine in ten were recognised.
 *
 * @param pixels the shorter side of the face on the photo
 * @param isCut whether its box reaches the edge of the picture, which may lack any part of it
 * @param tiltDegrees how far its eyes are from level, 0..180
 * @param sharpness see {@link Sharpness}
 */
public record FaceQuality(double pixels, boolean isCut, double tiltDegrees, double sharpness) {

    public static final int LEAST_PIXELS = 24;
    public static final int MOST_TILT_DEGREES = 70;
    public static final double LEAST_SHARPNESS = 0.008;

    /** In pixels of the picture. */
    private static final double AT_EDGE = 1;

    /** Of a face whose eyes were made level. */
    public static FaceQuality of(UprightImage photo, Box box, AlignedFace aligned) {
        return new FaceQuality(
                Math.min(box.width() * photo.width(), box.height() * photo.height()),
                reachesEdge(box, photo),
                Math.abs(Math.toDegrees(Math.IEEEremainder(aligned.tilt(), 2 * Math.PI))),
                Sharpness.of(aligned.picture(), aligned.region()));
    }

    /** A detector's box ends where the picture does. */
    private static boolean reachesEdge(Box box, UprightImage photo) {
        return box.x() * photo.width() < AT_EDGE
                || box.y() * photo.height() < AT_EDGE
                || (1 - box.x() - box.width()) * photo.width() < AT_EDGE
                || (1 - box.y() - box.height()) * photo.height() < AT_EDGE;
    }

    /** What makes it unfit to be enrolled. Of a soft face the eyes are guessed, so nothing is said of their tilt. */
    public Optional<QualityFault> fault() {
        if (pixels < LEAST_PIXELS) {
            return Optional.of(QualityFault.TOO_SMALL);
        }
        if (isCut) {
            return Optional.of(QualityFault.CUT);
        }
        if (sharpness < LEAST_SHARPNESS) {
            return Optional.of(QualityFault.TOO_SOFT);
        }
        return tiltDegrees > MOST_TILT_DEGREES ? Optional.of(QualityFault.TILTED) : Optional.empty();
    }
}
