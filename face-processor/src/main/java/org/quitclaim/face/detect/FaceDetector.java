package org.quitclaim.face.detect;

import java.util.List;
import java.util.Objects;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.ModelPack;

/**
 * Finds faces on a photo, at every size, in the way that the pack says.
 *
 * <p><b>Guarantees</b>: computes no biometric vector, hence needs no permit (recital 51 GDPR). With the pack that comes
 * along, a face that the detector finds on the whole photo has the box that the reference implementation gives it.
 *
 * <p><b>Errors</b>: {@link org.quitclaim.face.pack.PackUnusable} when it is opened and a network is not as the pack says.
 *
 * <p><b>Thread-safety</b>: safe.
 */
public final class FaceDetector implements AutoCloseable {

    private final Finding finding;

    public FaceDetector(ModelPack pack, int threads) {
        this.finding = Finding.open(pack.detector(), threads);
        finding.tryOut();
    }

    /** The faces that these passes find, those of the first look at the whole photo before the others, surest first. */
    public List<DetectedFace> detect(UprightImage image, Passes passes) {
        return detect(image, passes, () -> {});
    }

    /** @param breath called between steps of at most a quarter of a second, so that whoever is in no hurry can give way */
    public List<DetectedFace> detect(UprightImage image, Passes passes, Runnable breath) {
        return finding.find(image, passes, breath).stream()
                .map(face -> face.toFace(image))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void close() {
        finding.close();
    }
}
