package org.quitclaim.eventstore.sample;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.eventstore.sample.MeterCommand.InstallMeter;
import org.quitclaim.eventstore.sample.MeterCommand.ReadMeter;
import org.quitclaim.eventstore.sample.MeterEvent.MeterInstalled;
import org.quitclaim.eventstore.sample.MeterEvent.MeterRead;

/** The Axon shell of a meter. */
@Stored("meter.snapshot")
@Aggregate(type = "meter", snapshotTriggerDefinition = "everyTenEvents")
public class MeterAggregate {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @AggregateIdentifier
    private String id;

    private int readings;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    void handle(InstallMeter command) {
        apply(new MeterInstalled(command.target(), NOON, LocalDate.of(2026, 11, 23)));
    }

    @CommandHandler
    int handle(ReadMeter command) {
        if (command.times() == 0) {
            throw new IllegalArgumentException("read it at least once");
        }
        for (int i = 0; i < command.times(); i++) {
            apply(new MeterRead(command.target(), NOON, new KeyGeneration(1), new MeterEvent.Unit.KilowattHours(1)));
        }
        return readings;
    }

    @EventSourcingHandler
    void on(MeterEvent event) {
        switch (event) {
            case MeterInstalled installed -> id = installed.meter().value();
            case MeterRead ignored -> readings++;
        }
    }
}
