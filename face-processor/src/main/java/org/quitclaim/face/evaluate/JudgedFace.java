package org.quitclaim.face.evaluate;

import java.util.Optional;
import org.quitclaim.face.detect.DetectedFace;

/** A face on a photo and whom it was taken for, if anybody. */
record JudgedFace(DetectedFace found, Optional<Named> named) {

    /**
     * Whom a face was taken for.
     *
     * @param distance Euclidean, to the nearest portrait of that person
     */
    record Named(String label, double distance) {}
}
