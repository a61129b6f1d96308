/**
 * The event store: Axon wired by hand on one SQLite file (or on Axon Server), durable before it answers, with stable
 * type names on disk.
 */
@NullMarked
package org.quitclaim.eventstore;

import org.jspecify.annotations.NullMarked;
