package org.quitclaim.transparency;

/** Sees each file before it is written: a seam for crash tests, which throw here what the death of the process would be. */
@FunctionalInterface
interface LogStep {
    LogStep UNOBSERVED = file -> {};

    void before(String file);
}
