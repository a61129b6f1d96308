package org.quitclaim.access.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.access.SampleAdmission;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.FirstAccounts;
import org.quitclaim.access.account.PasswordChanges;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.access.account.SampleLogins;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.memory.InMemoryVault;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A web application with a few routes, as far as access control is concerned. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({SampleController.class, ThrowingController.class})
public class SampleApplication {

    @Bean
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean(destroyMethod = "close")
    Vault vault(InstantSource clock) throws VaultException {
        return InMemoryVault.create(clock);
    }

    @Bean
    InitializingBean everybody(Accounts accounts, FirstAdminAnnouncement announcement, PublishedLogins published) {
        return () -> new FirstAccounts(accounts, announcement, Optional.of(published), Optional.empty())
                .see(new SampleAdmission(accounts));
    }

    @Bean
    PublishedLogins publishedLogins() {
        return new SampleLogins();
    }

    @Bean
    PasswordChanges passwordChanges() {
        return (id, by) -> {};
    }

    @Bean
    Announced announced() {
        return new Announced();
    }

    /** What was announced, instead of a terminal. */
    public static final class Announced implements FirstAdminAnnouncement {
        private final List<String> passwords = new CopyOnWriteArrayList<>();

        @Override
        public void announce(String login, String oneTimePassword) {
            passwords.add(oneTimePassword);
        }

        public List<String> passwords() {
            return passwords;
        }
    }

    /** Time that a test sets. */
    public static final class MovableClock implements InstantSource {
        private Instant now = Instant.parse("2026-11-23T10:00:00Z");

        @Override
        public synchronized Instant instant() {
            return now;
        }

        public synchronized void advance(Duration by) {
            now = now.plus(by);
        }
    }
}
