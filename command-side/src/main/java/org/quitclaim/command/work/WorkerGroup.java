package org.quitclaim.command.work;

/** Threads that work off to-do lists independently of each other. */
public enum WorkerGroup {
    /** What people took back: behind nothing else, not even the clock. */
    REVOKING,
    /** Done in moments, and then settled. The ticks of the clock run here. */
    PROMPT,
    /** Looks for faces while nobody waits for it, and yields to whoever does. */
    SEARCHING,
    /** Mails what somebody sits waiting for: behind no letter to somebody else. */
    CODES,
    /** Waits for a mail server, which may be slow. */
    MAILING,
    /** May take long, or waits for somebody; looked at once per tick. */
    PATIENT
}
