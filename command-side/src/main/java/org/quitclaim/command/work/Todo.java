package org.quitclaim.command.work;

import java.time.Instant;

/** One thing left to do. */
public record Todo(TodoKind kind, String subject, String detail, Instant since) {}
