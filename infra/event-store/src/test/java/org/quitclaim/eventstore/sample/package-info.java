/** A tiny domain to drive the event store with, through real Axon components. */
@NullMarked
package org.quitclaim.eventstore.sample;

import org.jspecify.annotations.NullMarked;
