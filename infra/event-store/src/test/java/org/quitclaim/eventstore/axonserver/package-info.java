/** A stand-in for Axon Server, so that our side of the wire is exercised on machines that have no Axon Server. */
@NullMarked
package org.quitclaim.eventstore.axonserver;

import org.jspecify.annotations.NullMarked;
