package org.quitclaim.demo.verb;

import java.io.IOException;
import java.time.Duration;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.command.mail.MailSettings;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.eventstore.EventStoreProperties;
import org.quitclaim.vault.remnant.RawFiles;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * In the demonstration only: logins that anybody may use, a clock that can be moved forward, so that one sees a consent run
 * out, and the mailboxes of its people.
 */
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

    @Bean
    MailCatcher mailCatcher() {
        return new MailCatcher();
    }

    @Bean
    MailWindow mailWindow(MailCatcher catcher) {
        return new MailWindow(catcher);
    }

    @Bean
    DemoMailController demoMailController(MailWindow window) {
        return new DemoMailController(window);
    }

    /** The catcher, unless somebody named another mail server, or by a blank name none. */
    @Bean
    @Primary
    MailSettings mailOfDemonstration(MailCatcher catcher, Environment environment) {
        return environment.containsProperty("quitclaim.mail.host")
                ? Binder.get(environment).bindOrCreate("quitclaim.mail", MailSettings.class)
                : new MailSettings(
                        "127.0.0.1",
                        catcher.port(),
                        null,
                        null,
                        "post@lindeveld.example",
                        MailSettings.Security.NONE,
                        "",
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(1),
                        Duration.ofDays(3));
    }

    @Bean(destroyMethod = "close")
    RawFiles demoClockSearched(DataFolderLock lock) {
        return RawFiles.database(CLOCK, lock.folder(), CLOCK, RawFiles.Rewriting.NONE);
    }
}
