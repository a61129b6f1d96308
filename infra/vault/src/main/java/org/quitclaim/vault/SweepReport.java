package org.quitclaim.vault;

/** How much was removed because no event names it. */
public record SweepReport(int records, int strayFiles, int keys) {}
