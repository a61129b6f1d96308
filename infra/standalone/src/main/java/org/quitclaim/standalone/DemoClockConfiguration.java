package org.quitclaim.standalone;

import java.io.IOException;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.eventstore.EventStoreProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In the demonstration only: a clock that can be moved forward, so that one sees a consent run out. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "quitclaim.demo", havingValue = "true")
class DemoClockConfiguration {
    @Bean
    DemoClock clock(EventStoreProperties properties) throws IOException {
        return new DemoClock(properties.data().resolve("demo-clock"));
    }

    @Bean
    DemoClockController demoClockController(DemoClock clock, Reconciler reconciler) {
        return new DemoClockController(clock, reconciler);
    }
}
