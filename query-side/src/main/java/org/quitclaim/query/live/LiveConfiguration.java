package org.quitclaim.query.live;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Live updates. */
@Configuration(proxyBeanMethods = false)
@Import(LiveQueries.class)
public class LiveConfiguration {
    @Bean
    LiveFeed liveFeed() {
        return new LiveFeed();
    }
}
