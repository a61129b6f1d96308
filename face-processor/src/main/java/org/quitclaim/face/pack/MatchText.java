package org.quitclaim.face.pack;

/** The limits of a pack as its description says them. */
final class MatchText {
    /** Farther apart than any two vectors that are of use. */
    private static final double FARTHEST = 1000;

    private MatchText() {}

    static MatchLimits limits(PackText match) {
        MatchLimits limits = new MatchLimits(
                distance(match, "threshold"),
                distance(match, "likelyBelow"),
                distance(match, "strongBelow"),
                match.number("crowdRatio", 0, 1),
                match.number("crowdGap", 0, FARTHEST),
                distance(match, "strangerDistance"),
                match.number("closeRatio", 0, 1));
        if (limits.strongBelow() > limits.likelyBelow() || limits.likelyBelow() > limits.threshold()) {
            throw match.invalid("match.strongBelow, likelyBelow and threshold have to grow in this order");
        }
        return limits;
    }

    private static double distance(PackText match, String name) {
        return match.number(name, 1e-6, FARTHEST);
    }
}
