package org.quitclaim.access.problem;

import java.util.Optional;

/** Tells of an exception whether a store failed that only one module knows, and why as far as that is known. */
@FunctionalInterface
public interface FailedStore {
    Optional<? extends EdgeRejection> in(Throwable thrown);
}
