package org.quitclaim.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.quitclaim.access.FirstAdminAnnouncement;
import org.quitclaim.access.account.Accounts;
import org.quitclaim.access.account.StaffRecords;
import org.quitclaim.access.edge.CostlyWork;
import org.quitclaim.access.token.ServiceTokens;
import org.quitclaim.domain.Sample;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.memory.InMemoryVault;
import org.quitclaim.vault.seal.TinkVault;
import org.quitclaim.vault.storage.Stores;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The command side without a web server: real event store, real lists and duties, the vault in memory. */
public final class RunningCommandSide implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningCommandSide(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningCommandSide over(Path data) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("quitclaim.data", data.toString());
        settings.put("quitclaim.command.tick", "100ms");
        settings.put("spring.main.banner-mode", "off");
        settings.put("logging.level.root", "off");
        return new RunningCommandSide(new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .run());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Moves the clock to this instant. */
    public void clockTo(Instant instant) {
        bean(SettableClock.class).setTo(instant);
    }

    @Override
    public void close() {
        context.close();
    }

    /** Stands where the test puts it. */
    public static final class SettableClock extends Clock {
        private volatile Instant now = Sample.NOW;

        public void setTo(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("instants only");
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(CommandSideConfiguration.class)
    static class Application {
        @Bean
        SettableClock clock() {
            return new SettableClock();
        }

        @Bean
        RefusingRecords refusingRecords() {
            return new RefusingRecords();
        }

        @Bean
        Vault vault(RefusingRecords disk, Clock clock) throws VaultException {
            Stores stores = InMemoryVault.stores(clock);
            return TinkVault.over(
                    new Stores(
                            stores.keys(),
                            disk.over(stores.records()),
                            stores.files(),
                            stores.keks(),
                            stores.keyBackup(),
                            stores.ledger()),
                    clock);
        }

        @Bean
        StaffRecords staffRecords(Vault vault) {
            return new StaffRecords(vault);
        }

        @Bean
        Accounts accounts(Vault vault, StaffRecords records) throws VaultException {
            return new Accounts(vault, records);
        }

        @Bean
        CostlyWork costlyWork() {
            return new CostlyWork();
        }

        @Bean
        ServiceTokens serviceTokens(Vault vault, StaffRecords records, Clock clock) throws VaultException {
            return new ServiceTokens(vault, records, clock);
        }

        @Bean
        FirstAdminAnnouncement announcement() {
            return (login, password) -> {};
        }
    }
}
