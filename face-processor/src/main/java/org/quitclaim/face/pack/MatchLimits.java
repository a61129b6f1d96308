package org.quitclaim.face.pack;

/**
 * When two vectors of a pack count as one person.
 *
 * <p><b>Units</b>: Euclidean distances, and ratios of them 0..1.
 *
 * @param threshold nobody is named at this distance or beyond
 * @param likelyBelow below it a match is likely, otherwise weak
 * @param strongBelow below it a match is strong
 * @param crowdRatio the nearest person is at most this fraction of the distance at which the others are
 * @param crowdGap and at least this much nearer than the others are
 * @param strangerDistance how far two different persons usually are
 * @param closeRatio beyond this fraction of the next person's distance a match is close
 */
public record MatchLimits(
        double threshold,
        double likelyBelow,
        double strongBelow,
        double crowdRatio,
        double crowdGap,
        double strangerDistance,
        double closeRatio) {}
