package org.quitclaim.domain.gate;

/** Work in progress, of which a crash leaves nothing; each step is one unit of work. */
interface Process {
    /** Takes the next step; true when there is none left. */
    boolean step();
}
