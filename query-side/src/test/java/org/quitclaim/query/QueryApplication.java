package org.quitclaim.query;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.access.SampleAdmission;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.FirstAccounts;
import org.quitclaim.access.account.PasswordChanges;
import org.quitclaim.access.account.PublishedLogins;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.photo.SearchStandard;
import org.quitclaim.eventstore.Attribution;
import org.quitclaim.eventstore.DataFolderLock;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.memory.InMemoryVault;
import org.quitclaim.vault.seal.TinkVault;
import org.quitclaim.vault.storage.Stores;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The query side by itself, over an event store in a folder, a vault in memory and a clock that tests turn. */
@Configuration
@EnableAutoConfiguration
public class QueryApplication {
    /** By data folder: one that is opened again is the same installation's. */
    private static final Map<Path, Stores> STORES = new ConcurrentHashMap<>();

    /** Who recorded what the tests publish. */
    public static final Attribution SOMEBODY =
            new Attribution("system:story", "SYSTEM", "story.told", "", "one-story", "clock");

    @Bean
    TurnedClock clock() {
        return new TurnedClock(Instant.parse("2026-11-23T12:00:00Z"));
    }

    @Bean
    Vault vault(Clock clock, DataFolderLock lock) throws VaultException {
        return TinkVault.over(STORES.computeIfAbsent(lock.folder(), folder -> InMemoryVault.stores(clock)), clock);
    }

    @Bean
    HistoryTrust historyTrust() {
        return HistoryTrust.WHOLE;
    }

    @Bean
    SearchStandard searchStandard() {
        return SearchStandard.ANY;
    }

    /** The command side, which writes it down, is not here. */
    @Bean
    PasswordChanges passwordChanges() {
        return (id, by) -> {};
    }

    /** Nobody logs in with a password that only a terminal was told. */
    @Bean
    FirstAdminAnnouncement firstAdminAnnouncement() {
        return (login, password) -> {};
    }

    /** The command side, which says who may log in, is not here. */
    @Bean
    SmartInitializingSingleton everybodyMayLogIn(
            Accounts accounts, FirstAdminAnnouncement announcement, ObjectProvider<PublishedLogins> published) {
        FirstAccounts first = new FirstAccounts(
                accounts, announcement, Optional.ofNullable(published.getIfAvailable()), Optional.empty());
        return () -> {
            try {
                first.see(new SampleAdmission(accounts));
            } catch (RejectedException e) {
                // the folder was opened before, and they may
                LoggerFactory.getLogger(QueryApplication.class).debug("Everybody may log in already.", e);
            } catch (VaultException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    public static ConfigurableApplicationContext start(Path data, Map<String, Object> settings, Class<?>... more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("quitclaim.data", data.toString());
        properties.put("server.port", "0");
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", "WARN");
        properties.putAll(settings);
        return new SpringApplicationBuilder(QueryApplication.class)
                .sources(more)
                .properties(properties)
                .run();
    }

    public static ConfigurableApplicationContext start(Path data) {
        return start(data, Map.of());
    }
}
