package org.quitclaim.domain;

/** Marks the command that begins a stream; every other command is refused where the stream does not exist. */
public interface Creating {}
