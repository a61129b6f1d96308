package org.quitclaim.eventstore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.quitclaim.eventstore.sample.MeterEvent.MeterInstalled;
import org.quitclaim.eventstore.sample.MeterId;
import org.quitclaim.eventstore.sample.SampleApplication;

/** Appends that hide who acted: altogether, a part of it, or behind something that is no actor. */
final class UnattributedAppends {
    private UnattributedAppends() {}

    static List<EventMessage<?>> all(MeterId meter) {
        MetaData whole = SampleApplication.SOMEBODY.metaData();
        return Stream.concat(
                        Stream.of(MetaData.emptyInstance(), MetaData.with("traceId", "1")),
                        Stream.concat(
                                Stream.of("actor", "role", "reason", "correlation", "causation")
                                        .flatMap(part ->
                                                Stream.of(whole.withoutKeys(Set.of(part)), whole.and(part, ""))),
                                Stream.of("nobody", "system:", "acc_short", "J. Jansen", "per_", "system:A b")
                                        .map(actor -> whole.and("actor", actor))))
                .<EventMessage<?>>map(metadata -> append(meter, metadata))
                .toList();
    }

    private static EventMessage<?> append(MeterId meter, Map<String, ?> metadata) {
        return new GenericDomainEventMessage<>(
                "meter", meter.value(), 0, new MeterInstalled(meter, Instant.EPOCH, LocalDate.EPOCH), metadata);
    }
}
