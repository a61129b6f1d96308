package org.quitclaim.command.staff;

import java.time.Clock;
import java.util.Optional;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.FirstAccounts;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.vault.Leftovers;
import org.quitclaim.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Accounts and tokens. Needs {@link Accounts} and {@link ServiceTokens}, which are the door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StaffSettings.class, TwoPeopleSettings.class})
class StaffConfiguration {
    @Bean
    Agreement staffAgreement(Accounts accounts, Streams streams, Installation installation) {
        return new Agreement(accounts, streams, installation);
    }

    @Bean
    AccountDesk accountDesk(
            Accounts accounts,
            Agreement agreement,
            Commands commands,
            Streams streams,
            Vault vault,
            Leftovers leftovers,
            Installation installation) {
        return new AccountDesk(accounts, agreement, commands, streams, vault, leftovers, installation);
    }

    @Bean
    TokenDesk tokenDesk(
            ServiceTokens tokens,
            Agreement agreement,
            Commands commands,
            Streams streams,
            Clock clock,
            StaffSettings settings,
            Leftovers leftovers) {
        return new TokenDesk(tokens, agreement, commands, streams, clock, settings, leftovers);
    }

    @Bean
    StaffAtStart staffAtStart(
            Accounts accounts,
            ServiceTokens tokens,
            AccountDesk accountDesk,
            TokenDesk tokenDesk,
            FirstAdminAnnouncement announcement,
            ObjectProvider<PublishedLogins> published,
            Commands commands,
            Streams streams,
            Installation installation,
            TwoPeopleSettings twoPeople,
            StaffSettings settings) {
        FirstAccounts first = new FirstAccounts(
                accounts, announcement, Optional.ofNullable(published.getIfAvailable()), settings.officer());
        return new StaffAtStart(
                accounts, tokens, accountDesk, tokenDesk, first, commands, streams, installation, twoPeople);
    }

    @Bean
    WhenStaffRecordIsOverThenForget staffRecordsDuty(
            Accounts accounts,
            ServiceTokens tokens,
            AccountDesk accountDesk,
            TokenDesk tokenDesk,
            Commands commands,
            Streams streams,
            Clock clock,
            StaffSettings settings) {
        return new WhenStaffRecordIsOverThenForget(
                accounts, tokens, accountDesk, tokenDesk, commands, streams, clock, settings);
    }
}
