package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.memory.InMemoryVault;

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
}
