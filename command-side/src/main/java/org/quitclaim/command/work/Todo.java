package org.quitclaim.command.work;

import java.time.Instant;
import org.quitclaim.command.dispatch.Cause;

/** One thing left to do. */
public record Todo(TodoKind kind, String subject, String detail, Instant since, Cause cause) {}
