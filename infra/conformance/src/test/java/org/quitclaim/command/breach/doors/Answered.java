package org.quitclaim.command.breach.doors;

/** Never named outside, but handed out. */
public record Answered(int rooms) {}
