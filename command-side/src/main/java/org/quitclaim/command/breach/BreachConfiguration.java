package org.quitclaim.command.breach;

import java.time.Clock;
import org.quitclaim.command.consent.Revocations;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.Duty;
import org.quitclaim.command.work.WorkIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows from compromised keys. */
@Configuration(proxyBeanMethods = false)
class BreachConfiguration {
    @Bean
    WhenAuthorityUntoldThenAlarm breachAlarm(WorkIndex index, Commands commands, Clock clock) {
        return new WhenAuthorityUntoldThenAlarm(index, commands, clock);
    }

    @Bean
    Duty compromiseDuty(Commands commands, Revocations revocations, Streams streams, WorkIndex index) {
        return new WhenCompromiseConfirmedThenRevoke(commands, revocations, streams, index);
    }
}
