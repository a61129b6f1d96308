package org.quitclaim.command.collection;

import org.quitclaim.command.dispatch.Streams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shoots. */
@Configuration(proxyBeanMethods = false)
class CollectionConfiguration {
    @Bean
    Shoots shoots(Streams streams) {
        return new Shoots(streams);
    }
}
