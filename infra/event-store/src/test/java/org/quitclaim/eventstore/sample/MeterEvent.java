package org.quitclaim.eventstore.sample;

import java.time.Instant;
import java.time.LocalDate;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.vault.KeyGeneration;

/** What happened to a meter. */
public sealed interface MeterEvent extends DomainEvent {
    MeterId meter();

    @Override
    default MeterId stream() {
        return meter();
    }

    @Stored("meter.installed")
    record MeterInstalled(MeterId meter, Instant at, LocalDate on) implements MeterEvent {}

    @Stored("meter.read")
    record MeterRead(MeterId meter, Instant at, KeyGeneration generation, Unit unit) implements MeterEvent {}

    /** A variant inside an event. */
    sealed interface Unit {
        record KilowattHours(int perTick) implements Unit {}

        record CubicMetres(int litresPerTick, boolean warm) implements Unit {}
    }
}
