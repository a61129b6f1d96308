package org.quitclaim.face.evaluate;

import java.util.List;
import java.util.Optional;
import org.quitclaim.face.detect.DetectedFace;

/**
 * A face on a photo and whom it was taken for, if anybody.
 *
 * @param nearest the two who are most like it, named or not, the nearest first
 */
record JudgedFace(DetectedFace found, Optional<Named> named, List<Likeness> nearest) {

    /**
     * Whom a face was taken for.
     *
     * @param distance Euclidean, to the nearest portrait of that person
     */
    record Named(String label, double distance) {}
}
