/**
 * A model of the publication gate over pure decisions: streams in memory, processes in atomic steps, and a scheduler
 * that interleaves them with what people do.
 */
@NullMarked
package org.quitclaim.domain.gate;

import org.jspecify.annotations.NullMarked;
