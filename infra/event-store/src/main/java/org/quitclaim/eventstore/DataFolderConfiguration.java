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

    /** Opened before the stores, so that they can be opened on a full disk. */
    @Bean(destroyMethod = "close")
    DiskReserve diskReserve(DataFolderLock lock, DiskSettings settings) {
        return DiskReserve.open(lock.folder(), settings);
    }
}
