package org.quitclaim.face.evaluate;

import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.embed.ProbeVector;

/** A face on a photo of the evaluation folder, with its vector for as long as it is compared. */
record SeenFace(DetectedFace found, ProbeVector vector) implements AutoCloseable {

    @Override
    public void close() {
        vector.close();
    }
}
