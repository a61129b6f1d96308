package org.quitclaim.eventstore.sample;

import org.quitclaim.domain.DomainCommand;

/** What can be asked of a meter. */
public sealed interface MeterCommand extends DomainCommand {
    @Override
    MeterId target();

    /** Begins the stream. */
    record InstallMeter(MeterId target) implements MeterCommand {}

    /** Appends {@code times} events in one unit of work, or refuses when {@code times} is 0. */
    record ReadMeter(MeterId target, int times) implements MeterCommand {}
}
