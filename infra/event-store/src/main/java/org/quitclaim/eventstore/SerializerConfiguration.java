package org.quitclaim.eventstore;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.quitclaim.domain.catalogue.EventCatalogue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** All three of Axon's serializers, set openly: the default one is XStream. */
@Configuration(proxyBeanMethods = false)
class SerializerConfiguration {
    @Bean
    @ConditionalOnMissingBean
    StoredTypes storedTypes(ObjectProvider<SnapshotTypes> snapshots) {
        Set<Class<?>> types = new HashSet<>(EventCatalogue.all());
        types.addAll(snapshots.getIfAvailable(() -> SnapshotTypes.NONE).types());
        return new StoredTypes(types);
    }

    @Bean
    @Primary
    Serializer serializer() {
        return TokenSerializers.create();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(StoredTypes types) {
        return new StoredTypesSerializer(types);
    }

    /** Commands and queries between processes: class names are fine there, nothing of it is kept. */
    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(DomainJson::configure)
                .build();
    }

    @Bean
    DomainJson domainJson() {
        return new DomainJson();
    }
}
