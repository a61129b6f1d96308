package org.quitclaim.eventstore;

import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.SubscribingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Refuses to start on anything but the parts that were meant: what Axon falls back to loses events without a word.
 *
 * <p><b>Errors:</b> {@link RefusedStart} with {@code start.wrong-wiring}.
 */
final class StartUpAssertions implements SmartInitializingSingleton {
    private final ListableBeanFactory beans;
    private final Configuration configuration;
    private final EventStoreProperties.Kind kind;

    StartUpAssertions(ListableBeanFactory beans, Configuration configuration, EventStoreProperties.Kind kind) {
        this.beans = beans;
        this.configuration = configuration;
        this.kind = kind;
    }

    @Override
    public void afterSingletonsInstantiated() {
        switch (kind) {
            case SQLITE -> {
                require("event storage engine", GroupCommitEventStorageEngine.class, only(EventStorageEngine.class));
                require("event store", PromptEventStore.class, configuration.eventStore());
            }
            case AXON_SERVER -> require("event store", WholeServerStore.class, configuration.eventStore());
        }
        require("event serializer", StoredTypesSerializer.class, configuration.eventSerializer());
        require("message serializer", Jackson3Serializer.class, configuration.messageSerializer());
        require("token serializer", Jackson3Serializer.class, configuration.serializer());
        require("transaction manager", AppendIsTheCommit.class, configuration.getComponent(TransactionManager.class));
        require("default token store", PolicyTokenStore.class, configuration.getComponent(TokenStore.class));
        configuration.eventProcessingConfiguration().eventProcessors().forEach(StartUpAssertions::requireNoVeto);
    }

    private Object only(Class<?> type) {
        Map<String, ?> found = beans.getBeansOfType(type);
        if (found.size() != 1) {
            throw wrongWiring("there are " + found.size() + " beans of " + type.getSimpleName());
        }
        return found.values().iterator().next();
    }

    private static void require(String part, Class<?> intended, Object found) {
        if (found.getClass() != intended) {
            throw wrongWiring(
                    "the " + part + " is " + found.getClass().getName() + " and not " + intended.getSimpleName());
        }
    }

    private static void requireNoVeto(String name, EventProcessor processor) {
        if (processor instanceof SubscribingEventProcessor) {
            throw wrongWiring("processor " + name + " is subscribing: it could fail a command whose events are stored");
        }
    }

    private static RefusedStart wrongWiring(String what) {
        return new RefusedStart("start.wrong-wiring", "Quitclaim is wired wrongly: " + what + ".");
    }
}
