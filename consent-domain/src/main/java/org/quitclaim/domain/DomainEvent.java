package org.quitclaim.domain;

import java.time.Instant;

/**
 * A fact that was recorded in one stream and is never changed.
 *
 * <p><b>Guarantees:</b> holds nothing directly identifying: random ids, codes, instants, boxes, bands, and digests of
 * ciphertext or keyed digests. Serialised forms never exceed 48 KiB.
 */
public interface DomainEvent {
    /** The stream this event belongs to. */
    OpaqueId stream();

    /** When the command side recorded it; never runs backwards within a stream. */
    Instant at();
}
