package org.quitclaim.vault;

/**
 * How far a rotation is.
 *
 * @param done keys wrapped anew in this run
 * @param total keys that had to be, as counted when this run began; keys may come and go meanwhile
 */
public record RotationProgress(long done, long total) {}
