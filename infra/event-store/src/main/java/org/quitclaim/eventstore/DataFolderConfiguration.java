package org.quitclaim.eventstore;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DataFolderConfiguration {
    @Bean
    @ConditionalOnMissingBean
    DataFolderLock dataFolderLock(EventStoreProperties properties) {
        return DataFolderLock.acquire(properties.data());
    }
}
