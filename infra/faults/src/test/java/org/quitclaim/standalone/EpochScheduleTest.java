package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.demo.verb.DemoClock;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.VaultFolders;
import org.quitclaim.vault.memory.InMemoryVault;
import org.quitclaim.vault.storage.StorageStep;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@Requirement({"R62", "R72"})
class EpochScheduleTest {
    @TempDir
    Path data;

    private DemoClock clock;

    @BeforeEach
    void clock() throws IOException {
        clock = new DemoClock(data.resolve("demo-clock"));
    }

    private void advance(Duration by) throws IOException {
        assertThat(clock.moveTo(clock.instant().plus(by))).isTrue();
    }

    private static void shredOne(Vault vault) throws VaultException {
        KeyRef key = KeyRef.first(IdMint.mint(PersonId.PREFIX, PersonId::new), KeyScope.RECOGNITION);
        vault.create(key);
        vault.shred(key);
    }

    @Test
    void itRotatesWhenSomethingWasShreddedAndAtMostDaily() throws Exception {
        try (Vault vault = InMemoryVault.create(clock);
                EpochSchedule schedule = new EpochSchedule(vault, clock, Duration.ofDays(1))) {
            advance(Duration.ofDays(2));
            schedule.look();
            assertThat(vault.epochs().current()).as("nothing was shredded").isEqualTo(Epoch.FIRST);
            shredOne(vault);
            schedule.look();
            assertThat(vault.epochs().current()).isEqualTo(new Epoch(2));
            advance(Duration.ofHours(23));
            shredOne(vault);
            schedule.look();
            assertThat(vault.epochs().current()).as("not twice a day").isEqualTo(new Epoch(2));
            advance(Duration.ofHours(2));
            schedule.look();
            assertThat(vault.epochs().current()).isEqualTo(new Epoch(3));
        }
    }

    /** What the clock says, by so much more or less. */
    private static final class Turned extends Clock {
        private Duration by = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.parse("2026-11-30T12:00:00Z").plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void an_epoch_that_began_while_the_clock_was_ahead_is_retired_as_soon_as_the_clock_is_right() throws Exception {
        Turned turned = new Turned();
        try (Vault vault = InMemoryVault.create(turned);
                EpochSchedule schedule = new EpochSchedule(vault, turned, Duration.ofDays(1))) {
            shredOne(vault);
            turned.by = Duration.ofDays(400);
            schedule.look();
            assertThat(vault.epochs().current()).isEqualTo(new Epoch(2));
            turned.by = Duration.ofHours(1);
            shredOne(vault);
            schedule.look();
            assertThat(vault.epochs().current()).isEqualTo(new Epoch(3));
        }
    }

    @Test
    void what_failed_while_the_clock_was_ahead_is_tried_again_as_soon_as_the_clock_is_right() throws Exception {
        Turned turned = new Turned();
        Mistaken step = new Mistaken();
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(data.resolve("vault")), KekKeeping.PLAIN, turned, step);
                EpochSchedule schedule = new EpochSchedule(vault, turned, Duration.ofDays(1))) {
            shredOne(vault);
            turned.by = Duration.ofDays(400);
            schedule.look();
            assertThat(vault.epochs().delayed()).isPresent();
            step.on = false;
            turned.by = Duration.ofHours(1);
            schedule.look();
            assertThat(vault.epochs().delayed()).isEmpty();
            assertThat(vault.epochs().retired()).hasSize(1);
        }
    }

    /** Fails where the keys of a new epoch are brought to safety, as a mistake in the program would. */
    private static final class Mistaken implements StorageStep {
        private boolean on = true;

        @Override
        public void before(String operation) {
            if (on && operation.equals("keys.db copy")) {
                throw new IllegalStateException("a mistake");
            }
        }

        @Override
        public void after(String operation) {}
    }

    @Test
    void aMistakeDoesNotEndTheScheduleAndIsShownUntilItSucceeds() throws Exception {
        Mistaken step = new Mistaken();
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(data.resolve("vault")), KekKeeping.PLAIN, clock, step);
                EpochSchedule schedule = new EpochSchedule(vault, clock, Duration.ofDays(1))) {
            shredOne(vault);
            advance(Duration.ofDays(2));
            Instant since = clock.instant();
            schedule.look();
            advance(Duration.ofHours(1));
            schedule.look();
            assertThat(vault.epochs().delayed()).hasValueSatisfying(delayed -> {
                assertThat(delayed.since()).isBetween(since, since.plus(Duration.ofMinutes(30)));
                assertThat(delayed.code()).isEqualTo("vault.unexpected");
            });
            step.on = false;
            advance(Duration.ofHours(1));
            schedule.look();
            assertThat(vault.epochs().delayed()).isEmpty();
            assertThat(vault.epochs().retired()).hasSize(1);
        }
    }

    @Test
    void whatStaysUnretiredForDaysIsAnAlarmInTheLog(CapturedOutput log) throws Exception {
        VaultFolders folders = VaultFolders.of(data.resolve("vault"));
        try (Vault vault = EmbeddedVault.open(folders, clock);
                EpochSchedule schedule = new EpochSchedule(vault, clock, Duration.ofDays(1))) {
            shredOne(vault);
            advance(Duration.ofDays(2));
            Files.move(folders.keys(), data.resolve("unmounted"));
            schedule.look();
            assertThat(log.getAll()).contains("The epoch was not retired").doesNotContain("has not been retired since");
            advance(Duration.ofDays(4));
            schedule.look();
            assertThat(log.getAll()).contains("ERROR").contains("has not been retired since", "kek-copy-out-of-reach");
        }
    }

    @Test
    void that_another_copy_took_the_folders_over_is_an_alarm_in_the_log(CapturedOutput log) throws Exception {
        VaultFolders folders = VaultFolders.of(data.resolve("vault"));
        try (Vault vault = EmbeddedVault.open(folders, clock);
                EpochSchedule schedule = new EpochSchedule(vault, clock, Duration.ofDays(1))) {
            schedule.look();
            assertThat(log.getAll()).doesNotContain("works instead of this one");
            try (Stream<Path> files = Files.list(folders.keys())) {
                Path sign = files.filter(file -> file.toString().endsWith(".place"))
                        .findFirst()
                        .orElseThrow();
                Files.writeString(
                        sign, "instance ins_other\nhome /srv/other\nplace " + folders.keys() + "\nmachine elsewhere\n");
            }
            schedule.look();
            assertThat(log.getAll()).contains("ERROR").contains("works instead of this one", "vault.place-of-another");
        }
    }

    @Test
    void aDamagedLedgerIsSaidToBeDamaged(CapturedOutput log) throws Exception {
        VaultFolders folders = VaultFolders.of(data.resolve("vault"));
        try (Vault vault = EmbeddedVault.open(folders, clock);
                EpochSchedule schedule = new EpochSchedule(vault, clock, Duration.ofDays(1))) {
            shredOne(vault);
            try (Stream<Path> files = Files.list(folders.backups())) {
                Path ledger = files.filter(file -> file.toString().endsWith(".ledger"))
                        .findFirst()
                        .orElseThrow();
                Files.writeString(ledger, "forged\n", StandardOpenOption.APPEND);
            }
            schedule.look();
        }
        assertThat(log.getAll()).contains("vault.ledger-damaged");
    }
}
