package org.quitclaim.command.work;

/** Threads that work off to-do lists independently of each other. */
public enum Lane {
    /** Done in moments, and then settled. */
    PROMPT,
    /** May take long, or waits for somebody; looked at once per tick. */
    PATIENT
}
