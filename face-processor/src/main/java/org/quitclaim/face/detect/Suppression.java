package org.quitclaim.face.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the surest of boxes that overlap.
 *
 * <p><b>Source</b>: greedy non-maximum suppression on intersection over union.
 */
final class Suppression {

    private final double overlapThreshold;

    Suppression(double overlapThreshold) {
        this.overlapThreshold = overlapThreshold;
    }

    List<Corners> keep(List<Corners> candidates) {
        List<Corners> kept = new ArrayList<>();
        candidates.stream()
                .sorted(Comparator.comparingDouble(Corners::score).reversed())
                .filter(candidate -> kept.stream().allMatch(k -> k.overlap(candidate) <= overlapThreshold))
                .forEach(kept::add);
        return kept;
    }
}
