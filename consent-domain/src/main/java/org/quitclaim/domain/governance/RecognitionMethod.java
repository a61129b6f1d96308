package org.quitclaim.domain.governance;

/**
 * With what people are recognised, and how sure that has to be: two officers approve exactly one, and with any other nobody
 * is recognised.
 *
 * <p><b>Source</b>: R82.
 *
 * @param pack id, version and fingerprint of the model pack
 * @param sha256 of all that the pack says, its files and its limits included
 * @param falsePositiveRate 0..1, on how many photos without anybody enrolled somebody may be suggested
 * @param leastGallery with so many people a face is compared at least before a policy confirms anybody by itself
 * @param unseenIsEnough whether what a policy confirmed counts for a release before a human looked
 */
public record RecognitionMethod(
        String pack, String sha256, double falsePositiveRate, int leastGallery, boolean unseenIsEnough) {}
