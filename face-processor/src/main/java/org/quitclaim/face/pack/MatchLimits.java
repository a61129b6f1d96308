package org.quitclaim.face.pack;

/**
 * When two vectors of a pack count as one person.
 *
 * <p><b>Units</b>: Euclidean distances.
 *
 * @param threshold nobody is named at this distance or beyond
 * @param likelyBelow below it a match is likely, otherwise weak
 * @param strongBelow below it a match is strong
 * @param margin how much farther the next person must be
 */
public record MatchLimits(double threshold, double likelyBelow, double strongBelow, double margin) {}
