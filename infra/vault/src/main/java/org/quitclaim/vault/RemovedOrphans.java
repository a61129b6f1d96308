package org.quitclaim.vault;

/** How much was removed because no event names it. */
public record RemovedOrphans(int records, int strayFiles, int keys) {}
