package org.quitclaim.face.pack;

/**
 * When two vectors of a pack count as one person.
 *
 * <p><b>Units</b>: Euclidean distances, and ratios of them 0..1.
 *
 * @param threshold where nothing was measured, nobody is named at this distance or beyond
 * @param likelyBelow below it a match is likely, otherwise weak
 * @param strongBelow below it a match is strong
 * @param closeRatio beyond this fraction of the next person's distance a match is close
 * @param second how much the next person's distance counts
 * @param measured how often strangers were named by which score
 */
public record MatchLimits(
        double threshold,
        double likelyBelow,
        double strongBelow,
        double closeRatio,
        SecondPerson second,
        MeasuredLimits measured) {}
