package org.quitclaim.demo.verb;

import java.io.IOException;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.eventstore.EventStoreProperties;
import org.quitclaim.vault.sweep.RawFiles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In the demonstration only: logins that anybody may use, and a clock that can be moved forward, so that one sees a consent run out. */
@Configuration(proxyBeanMethods = false)
class DemonstrationConfiguration {
    private static final String CLOCK = "demo-clock";

    @Bean
    PublishedLogins publishedLogins() {
        return new StageLogins();
    }

    @Bean
    DemoClock clock(EventStoreProperties properties) throws IOException {
        return new DemoClock(properties.data().resolve(CLOCK));
    }

    @Bean
    DemoClockController demoClockController(DemoClock clock, Reconciler reconciler) {
        return new DemoClockController(clock, reconciler);
    }

    @Bean(destroyMethod = "close")
    RawFiles demoClockSwept(DataFolderLock lock) {
        return RawFiles.database(CLOCK, lock.folder(), CLOCK, RawFiles.Rewriting.NONE);
    }
}
