package org.quitclaim.command.faceprint;

import org.quitclaim.face.detect.FaceDetector;
import org.quitclaim.face.embed.FaceEmbedder;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.face.pack.ModelPack;

/** The installed model pack, loaded: detector, embedder and the rule by which they match. */
public record RecognitionModel(ModelPack pack, FaceDetector detector, FaceEmbedder embedder, MatchRule rule)
        implements AutoCloseable {
    /** What events say of the pack. */
    public String name() {
        return pack.name();
    }

    @Override
    public void close() {
        detector.close();
        embedder.close();
    }
}
