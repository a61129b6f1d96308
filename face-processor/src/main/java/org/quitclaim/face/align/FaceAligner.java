package org.quitclaim.face.align;

import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.AlignerModel;
import org.quitclaim.face.pack.ModelPack;

/**
 * Lays a face where the embedder wants it.
 *
 * <p><b>Guarantees</b>: points of a face are used for its place and dropped; they are not biometric template data.
 *
 * <p><b>Thread-safety</b>: safe.
 */
public sealed interface FaceAligner extends AutoCloseable permits EyesAndMouthAligner, FivePointAligner {

    static FaceAligner open(ModelPack pack, int threads) {
        return switch (pack.aligner()) {
            case AlignerModel.EyesAndMouth model -> new EyesAndMouthAligner(model, threads);
            case AlignerModel.FivePoints model ->
                new FivePointAligner(model, pack.embedder().file().inputSize(), threads);
        };
    }

    /** The face with its eyes level. */
    AlignedFace alignUpright(UprightImage image, Box box);

    @Override
    void close();
}
