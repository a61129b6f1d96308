package org.quitclaim.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.demo.verb.DrawnDemonstration;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.query.projection.ReadPositions;
import org.quitclaim.standalone.Options;
import org.quitclaim.standalone.Server;
import org.springframework.context.ConfigurableApplicationContext;

/** The product, wired as always, with the logins of the demonstration, in this process over one data folder. */
final class Installation implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Installation(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Installation open(Path data) {
        Options options = Options.on(data).onPort(0);
        return new Installation(new DrawnDemonstration().application(options).run());
    }

    /** With nothing running beside what is measured: no projection and no policy reads along. */
    static Installation openQuiet(Path data) {
        Installation installation = open(data);
        installation
                .bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessors()
                .values()
                .forEach(EventProcessor::shutDown);
        return installation;
    }

    /** Where it serves. */
    URI address() {
        return new Server(context).address();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    Serializer serializer() {
        return context.getBean("eventSerializer", Serializer.class);
    }

    EventStorageEngine engine() {
        return bean(EventStorageEngine.class);
    }

    void append(List<? extends DomainEventMessage<?>> events) {
        engine().appendEvents(events);
    }

    long events() {
        return bean(StreamHead.class).position();
    }

    /** Waits until the lists of open work were derived from everything that was recorded. */
    void awaitWorkIndex() {
        while (bean(WorkIndex.class).position() < events()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Waits until the screens show everything that was recorded. */
    void awaitReadModels() throws InterruptedException {
        if (!bean(ReadPositions.class).await(events(), Duration.ofHours(1))) {
            throw new IllegalStateException("the read models did not catch up within an hour");
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
