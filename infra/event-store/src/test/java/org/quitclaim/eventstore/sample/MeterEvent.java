package org.quitclaim.eventstore.sample;

import java.time.LocalDate;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.vault.KeyGeneration;

/** What happened to a meter. */
public sealed interface MeterEvent extends DomainEvent {
    MeterId meter();

    @Stored("meter.installed")
    record MeterInstalled(MeterId meter, LocalDate on) implements MeterEvent {}

    @Stored("meter.read")
    record MeterRead(MeterId meter, KeyGeneration generation, Unit unit) implements MeterEvent {}

    /** A variant inside an event. */
    sealed interface Unit {
        record KilowattHours(int perTick) implements Unit {}

        record CubicMetres(int litresPerTick, boolean warm) implements Unit {}
    }
}
