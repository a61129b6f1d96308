package org.quitclaim.bench;

/** One budget and how it is measured. */
interface Row {
    /** The word that chooses it on the command line. */
    String name();

    /** Measures, and reports figure, baseline, ratio and state size. */
    void measure(Setting setting, Report report) throws Exception;
}
