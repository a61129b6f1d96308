package org.quitclaim.eventstore;

import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;

@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class StartUpConfiguration {
    @Bean
    StartUpAssertions startUpAssertions(
            ListableBeanFactory beans, Configuration configuration, EventStoreProperties properties) {
        return new StartUpAssertions(beans, configuration, properties.eventStore());
    }
}
