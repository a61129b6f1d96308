package org.quitclaim.command.governance;

import java.time.Clock;
import org.quitclaim.command.CommandSideSettings;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.ListsCheck;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.governance.RecognitionMethod;
import org.quitclaim.eventstore.HistoryFaults;
import org.quitclaim.eventstore.WholeHistory;
import org.quitclaim.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether the installation may do what it does. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({BulkUseSettings.class, HorizonSettings.class})
class GovernanceConfiguration {
    @Bean
    HistoryStanding historyStanding(Streams streams, Installation installation, HistoryFaults faults, Vault vault) {
        return new HistoryStanding(streams, installation, faults, vault);
    }

    @Bean
    RunningHistory runningHistory(
            ObjectProvider<WholeHistory> file,
            HistoryFaults faults,
            Streams streams,
            Commands commands,
            Installation installation) {
        return new RunningHistory(file.getIfAvailable(), faults, streams, commands, installation);
    }

    @Bean
    RunningKeys runningKeys(Vault vault) {
        return new RunningKeys(vault);
    }

    @Bean
    RunningClock runningClock(Clock clock, Commands commands, Installation installation) {
        return new RunningClock(clock, commands, installation);
    }

    @Bean
    DailyCheck dailyCheck(
            ListsCheck lists,
            RunningHistory history,
            RunningKeys keys,
            RunningClock setBack,
            Clock clock,
            CommandSideSettings settings) {
        return new DailyCheck(lists, history, keys, setBack, clock, settings.checkEvery());
    }

    @Bean
    WhenManyPeopleAreLookedAtThenAlarm bulkUseAlarm(
            WorkIndex index,
            Vault vault,
            Commands commands,
            Installation installation,
            BulkUseSettings settings,
            Clock clock) {
        return new WhenManyPeopleAreLookedAtThenAlarm(index, vault, commands, installation, settings, clock);
    }

    @Bean
    WhenDpiaReviewIsDueThenAlarm dpiaAlarm(
            Streams streams, Commands commands, Installation installation, RecognitionMethod method, Clock clock) {
        return new WhenDpiaReviewIsDueThenAlarm(streams, commands, installation, method, clock);
    }
}
