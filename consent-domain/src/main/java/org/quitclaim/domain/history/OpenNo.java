package org.quitclaim.domain.history;

import java.time.Instant;

/** @param since when it was said, which is the day that it keeps */
public record OpenNo(NotedNo no, Instant since) {}
