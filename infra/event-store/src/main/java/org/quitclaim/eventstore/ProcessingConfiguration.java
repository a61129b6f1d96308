package org.quitclaim.eventstore;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** How commands find their stream and how events are processed unless a processor says otherwise. */
@Configuration(proxyBeanMethods = false)
class ProcessingConfiguration {
    static final int BATCH_SIZE = 200;

    @Bean
    TransactionManager axonTransactionManager() {
        return new AppendIsTheCommit();
    }

    /** In place of Axon's own, which hands on message ids that nobody can look up. */
    @Bean
    CorrelationDataProvider carriedAttribution() {
        return new CarriedAttribution();
    }

    @Bean
    CommandTargets commandTargets() {
        return new CommandTargets();
    }

    @Bean
    @Primary
    TokenStore policyTokenStore(DataFolderLock lock, Serializer serializer) {
        return PolicyTokenStore.open(lock.folder(), serializer);
    }

    /**
     * One segment, from the first event, without Axon's replay token: a policy or a projection that has lost its token
     * sees every event as new, which both must bear, instead of skipping what is marked as a replay.
     */
    @Bean
    ConfigurerModule processingDefaults() {
        return configurer -> configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors((configuration, processor) -> processor
                        .batchSize(BATCH_SIZE)
                        .initialSegmentCount(1)
                        .initialToken(StreamableMessageSource::createTailToken))
                .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance());
    }
}
