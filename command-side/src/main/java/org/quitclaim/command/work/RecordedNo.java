package org.quitclaim.command.work;

import java.time.Instant;

/**
 * Where a no stands in the history.
 *
 * @param id of the event, which no other event has in any copy of the history
 */
public record RecordedNo(String id, String stream, long sequence, Instant at) {}
