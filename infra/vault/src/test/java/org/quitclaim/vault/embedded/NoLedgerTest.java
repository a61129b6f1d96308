package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.LedgerDoubt;
import org.quitclaim.vault.LedgerEntry;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.NoLedger;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;

/** What the ledger at the backup target tells, and to whom. */
@Requirement("R64")
class NoLedgerTest {
    private static final String PERSON = "per_aaaaaaaaaaaaaaaaaaaaaaaaaa";

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();

    private VaultFolders folders(String data) {
        return new VaultFolders(folder.resolve(data), folder.resolve("keys"), List.of(), folder.resolve("target"));
    }

    private Vault open() throws VaultException {
        return EmbeddedVault.open(folders("data"), clock);
    }

    private LedgerEntry no(int number) {
        return new LedgerEntry(
                "no-" + number, clock.instant(), "consent.withdrawn\n1\n{\"person\":\"" + PERSON + "\"}");
    }

    private List<LedgerEntry> nos(int from, int to) {
        return IntStream.range(from, to).mapToObj(this::no).toList();
    }

    private Path ledger() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".ledger"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(ledger());
    }

    private static List<String> ids(Vault vault) throws VaultException {
        return vault.nos().told().stream().map(line -> line.entry().id()).toList();
    }

    @Test
    void everyNoIsToldOnceAndReadBackInItsOrder() throws Exception {
        try (Vault vault = open()) {
            assertThat(vault.nos().tell(nos(0, 3))).isEqualTo(3);
            assertThat(vault.nos().tell(nos(1, 4))).isEqualTo(1);
        }
        try (Vault vault = open()) {
            assertThat(ids(vault)).containsExactly("no-0", "no-1", "no-2", "no-3");
            assertThat(vault.nos().told().getFirst().entry().said()).contains(PERSON);
        }
    }

    @Test
    void whoReadsTheTargetLearnsNeitherWhoNorWhichKind() throws Exception {
        KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
        try (Vault vault = open()) {
            vault.create(key);
            vault.shred(key);
            vault.nos().tell(List.of(no(1), new LedgerEntry("x", clock.instant(), "photo.removed\n1\n{}")));
            vault.nos().tell(List.of(new LedgerEntry("y", clock.instant(), "long ".repeat(300))));
        }
        List<String> lines = lines();
        assertThat(lines.stream()
                        .skip(1)
                        .map(line -> line.replaceFirst("^\\d+", "").length())
                        .distinct())
                .as("all of one size")
                .hasSize(1);
        try (Stream<Path> files = Files.list(folder.resolve("target"))) {
            for (Path file :
                    files.filter(one -> !one.toString().endsWith(".db")).toList()) {
                assertThat(Files.readString(file))
                        .doesNotContain(PERSON)
                        .doesNotContain(key.owner().value())
                        .doesNotContain("RECOGNITION", "withdrawn", "photo");
            }
        }
        try (Vault vault = open()) {
            assertThat(vault.nos().told().getLast().entry().said()).isEqualTo("long ".repeat(300));
        }
    }

    @Test
    void aRotationSealsEveryLineAnewSoThatTheOldKeyOpensNoneOfThem() throws Exception {
        List<String> before;
        try (Vault vault = open()) {
            vault.nos().tell(nos(0, 3));
            before = lines();
            vault.epochs().rotate(progress -> {});
            assertThat(ids(vault)).containsExactly("no-0", "no-1", "no-2");
            vault.nos().tell(nos(3, 4));
        }
        assertThat(lines()).hasSize(before.size() + 1).doesNotContainAnyElementsOf(before.subList(1, before.size()));
        assertThat(lines().stream().skip(1)).allMatch(line -> line.split(" ")[1].equals("2"));
        try (Vault vault = open()) {
            assertThat(ids(vault)).containsExactly("no-0", "no-1", "no-2", "no-3");
        }
    }

    @Test
    void linesEndWithTheLastBackupTheyServeAndAreNotToldAgain() throws Exception {
        List<LedgerEntry> old = nos(0, 3);
        KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
        try (Vault vault = open()) {
            vault.nos().tell(old);
            vault.shred(key);
            clock.advance(Duration.ofDays(90));
            Instant before = clock.instant().minus(Duration.ofDays(30));
            vault.nos().tell(nos(3, 5));
            NoLedger.Reach reach = vault.nos().reach();
            vault.nos().end(before);
            assertThat(ids(vault)).containsExactly("no-3", "no-4");
            assertThat(vault.nos().reach())
                    .isEqualTo(new NoLedger.Reach(
                            reach.ledger(), reach.number(), before.truncatedTo(java.time.temporal.ChronoUnit.MILLIS)));
            assertThat(vault.nos().tell(old)).isZero();
            vault.lookAtLedger();
            assertThat(lines()).hasSize(1 + 2);
            vault.nos().end(clock.instant().plusSeconds(1));
            assertThat(lines()).hasSize(1);
        }
        open().close();
    }

    /** How the ledger of a copy may fail to reach, and what is noted then. */
    enum Loss {
        NONE {
            @Override
            void happen(NoLedgerTest test) {}
        },
        ABSENT {
            @Override
            void happen(NoLedgerTest test) throws IOException {
                Files.delete(test.ledger());
            }
        },
        SHORTER {
            @Override
            void happen(NoLedgerTest test) throws IOException {
                List<String> lines = test.lines();
                Files.write(test.ledger(), lines.subList(0, lines.size() - 1));
            }
        },
        NOT_SEEN_LATELY {
            @Override
            void happen(NoLedgerTest test) {
                test.clock.advance(Duration.ofHours(2));
            }
        },
        ENDED {
            @Override
            void happen(NoLedgerTest test) throws VaultException {
                test.clock.advance(Duration.ofDays(100));
                try (Vault vault = test.open()) {
                    vault.nos().tell(test.nos(10, 12));
                    vault.nos().end(test.clock.instant().minusSeconds(1));
                }
            }
        };

        abstract void happen(NoLedgerTest test) throws IOException, VaultException;
    }

    @ParameterizedTest
    @EnumSource
    void aCopyWhoseLedgerDoesNotReachSaysSoUntilTheHistoryKnows(Loss loss) throws Exception {
        try (Vault vault = open()) {
            vault.nos().tell(nos(0, 3));
        }
        FolderImage.copy(folder.resolve("data"), folder.resolve("copy"));
        loss.happen(this);
        for (int start = 0; start < 2; start++) {
            try (Vault copy = EmbeddedVault.open(folders("copy"), clock)) {
                if (loss == Loss.NONE) {
                    assertThat(copy.nos().doubt()).isEmpty();
                } else {
                    assertThat(copy.nos().doubt()).contains(LedgerDoubt.valueOf(loss.name()));
                }
            }
        }
        try (Vault copy = EmbeddedVault.open(folders("copy"), clock)) {
            copy.nos().doubtRecorded();
        }
        try (Vault copy = EmbeddedVault.open(folders("copy"), clock)) {
            assertThat(copy.nos().doubt()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ABSENT", "SHORTER"})
    void theOriginalWritesALostLedgerAgainAndDoubtsNothing(Loss loss) throws Exception {
        try (Vault vault = open()) {
            vault.nos().tell(nos(0, 3));
        }
        loss.happen(this);
        try (Vault vault = open()) {
            assertThat(vault.nos().doubt()).isEmpty();
            vault.nos().tell(nos(0, 3));
            assertThat(ids(vault)).containsExactly("no-0", "no-1", "no-2");
        }
    }

    /** An older copy of the ledger's own file, which reaches as far as the backup knew. */
    @Test
    void whatWasCutOffAfterTheBackupIsMissedByTheNoteBesideTheLedger() throws Exception {
        try (Vault vault = open()) {
            vault.nos().tell(nos(0, 2));
        }
        FolderImage.copy(folder.resolve("data"), folder.resolve("copy"));
        List<String> before = lines();
        try (Vault vault = open()) {
            vault.nos().tell(nos(2, 4));
        }
        Files.write(ledger(), before);
        try (Vault copy = EmbeddedVault.open(folders("copy"), clock)) {
            assertThat(copy.nos().doubt()).contains(LedgerDoubt.SHORTER);
        }
    }

    @Test
    void aTakeOverLooksAtTheLedgerToo() throws Exception {
        try (Vault vault = open()) {
            vault.nos().tell(nos(0, 1));
        }
        clock.advance(Duration.ofDays(1));
        EmbeddedVault.takeOver(folders("data"), KekKeeping.PLAIN);
        try (Vault vault = open()) {
            assertThat(vault.nos().doubt()).contains(LedgerDoubt.NOT_SEEN_LATELY);
        }
    }

    @Test
    void aNoteOfAnotherInstallationAboutWhenItWasSeenCountsForNothing() throws Exception {
        try (Vault vault = open()) {
            vault.nos().tell(nos(0, 1));
        }
        Path seen = folder.resolve("target")
                .resolve(ledger().getFileName().toString().replace(".ledger", "-ledger.seen"));
        String[] said = Files.readString(seen).split(" ");
        Files.writeString(
                seen, said[0] + " 0 " + clock.instant().plus(Duration.ofDays(9)).toEpochMilli() + ' ' + said[3]);
        FolderImage.copy(folder.resolve("data"), folder.resolve("copy"));
        try (Vault copy = EmbeddedVault.open(folders("copy"), clock)) {
            assertThat(copy.nos().doubt()).contains(LedgerDoubt.NOT_SEEN_LATELY);
        }
    }

    @Test
    void aLineThatSomebodyElseWroteKeepsItFromBeingRead() throws Exception {
        try (Vault vault = open()) {
            vault.nos().tell(nos(0, 2));
            List<String> lines = lines();
            Files.write(ledger(), List.of(lines.get(0), lines.get(2)));
            assertThatThrownBy(() -> vault.nos().told()).isInstanceOf(VaultException.LedgerDamaged.class);
            assertThatThrownBy(() -> vault.nos().tell(nos(2, 3))).isInstanceOf(VaultException.LedgerDamaged.class);
        }
    }

    /** It is asked every other second: what happens in the middle is found by whoever reads it all. */
    @Test
    void howFarItReachesIsKnownFromItsEndAlone() throws Exception {
        try (Vault vault = open()) {
            vault.nos().tell(nos(0, 3));
            NoLedger.Reach reach = vault.nos().reach();
            List<String> lines = new ArrayList<>(lines());
            lines.set(2, lines.get(2).replaceFirst(".$", "_"));
            Files.write(ledger(), lines);

            assertThat(vault.nos().reach()).isEqualTo(reach);
            vault.nos().end(clock.instant().minus(Duration.ofDays(1)));
            assertThat(lines()).isEqualTo(lines);
            assertThatThrownBy(() -> vault.nos().told()).isInstanceOf(VaultException.LedgerDamaged.class);
            assertThatThrownBy(() -> vault.nos().reach()).isInstanceOf(VaultException.LedgerDamaged.class);

            Files.write(ledger(), lines.subList(0, 2));
            assertThat(vault.nos().reach().number()).isEqualTo(reach.number() - 2);
        }
    }
}
