package org.quitclaim.vault.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.RemovedOrphans;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.ShredReceipt;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;
import org.quitclaim.vault.remnant.DestroyedKey;
import org.quitclaim.vault.remnant.RawFiles;

/**
 * A story is stopped at every moment before and after a durable operation; the files are copied as they lie there, and a
 * vault opened over the copy must have kept every promise it had made.
 */
class CrashTest {
    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();

    /** What the story was told had been done, and what it asked for. */
    private static final class Story {
        final KeyRef kept = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
        final KeyRef shredded = KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION);
        final KeyRef orphan = KeyRef.first(VaultSamples.person(), KeyScope.PHOTO);
        final RecordId keptRow = IdMint.recordId();
        final RecordId keptFile = IdMint.recordId();
        final RecordId shreddedRow = IdMint.recordId();
        final RecordId shreddedFile = IdMint.recordId();
        final RecordId orphanRow = IdMint.recordId();
        final RecordId orphanFile = IdMint.recordId();
        final Set<RecordId> acknowledged = new HashSet<>();
        boolean shredAsked;
        List<Fingerprint> prints = List.of();
        ShredReceipt receipt;

        Story(ShredReceipt none) {
            receipt = none;
        }

        void run(Vault vault) throws VaultException {
            vault.create(kept);
            vault.create(shredded);
            seal(vault, kept, keptRow);
            sealFile(vault, kept, keptFile);
            seal(vault, shredded, shreddedRow);
            sealFile(vault, shredded, shreddedFile);
            vault.create(orphan);
            seal(vault, orphan, orphanRow);
            sealFile(vault, orphan, orphanFile);
            vault.open(shreddedRow, VaultSamples.OFFICER);
            vault.suspend(shredded);
            prints = vault.fingerprints(shredded);
            shredAsked = true;
            receipt = vault.shred(shredded);
            vault.removeOrphans(id -> !isOrphan(id), key -> !key.equals(orphan), Duration.ZERO);
        }

        boolean isOrphan(RecordId id) {
            return id.equals(orphanRow) || id.equals(orphanFile);
        }

        private void seal(Vault vault, KeyRef key, RecordId id) throws VaultException {
            vault.seal(new SealRequest(key, VaultSamples.NAME, id, Plaintext.of("secret of " + id)));
            acknowledged.add(id);
        }

        private void sealFile(Vault vault, KeyRef key, RecordId id) throws VaultException {
            byte[] content = ("secret of " + id).getBytes(StandardCharsets.UTF_8);
            vault.sealFile(key, VaultSamples.IMAGE, id, new ByteArrayInputStream(content), List.of());
            acknowledged.add(id);
        }
    }

    private static final ShredReceipt NO_RECEIPT = new ShredReceipt(
            KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION),
            List.of(),
            Epoch.FIRST,
            Instant.EPOCH,
            Instant.EPOCH,
            false,
            false);

    @TestFactory
    @Requirement({"R58", "R62", "R64", "R66"})
    Stream<DynamicTest> whereverItStopsNothingShreddedOpensAndNothingAcknowledgedIsLost() throws Exception {
        CrashStep whole = new CrashStep(CrashStep.NEVER);
        Path first = folder.resolve("whole");
        Story untouched = tell(first, whole);
        assertThat(untouched.receipt.records()).hasSize(2);
        assertThat(whole.moments()).contains("before keys.db checkpoint", "after delete file", "before rename file");
        return Stream.iterate(0, moment -> moment < whole.moments().size(), moment -> moment + 1)
                .map(moment -> DynamicTest.dynamicTest(
                        moment + " " + whole.moments().get(moment), () -> stopAndRecover(moment)));
    }

    private void stopAndRecover(int moment) throws IOException, VaultException {
        Path stopped = folder.resolve("stopped-" + moment);
        Story story = tell(stopped, new CrashStep(moment));
        Path image = folder.resolve("image-" + moment);
        check(image, story);
        check(image, story);
    }

    /** Tells the story until the crash, then takes the image of both folders before anything is closed. */
    private Story tell(Path at, CrashStep step) throws IOException, VaultException {
        Story story = new Story(NO_RECEIPT);
        String number = at.getFileName().toString().replace("stopped-", "");
        Path image = folder.resolve("image-" + number);
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(at), KekKeeping.PLAIN, clock, step)) {
            story.run(vault);
            FolderImage.copy(at, image);
        } catch (CrashStep.Crash crash) {
            FolderImage.copy(at, image);
        }
        return story;
    }

    private void check(Path image, Story story) throws VaultException, IOException {
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(image), clock)) {
            checkKept(vault, story);
            checkShredded(vault, story);
            checkForgotten(vault, image, story);
            vault.removeOrphans(
                    id -> story.acknowledged.contains(id) && !story.isOrphan(id),
                    key -> !key.equals(story.orphan),
                    Duration.ZERO);
            checkOrphansRemoved(vault, story);
            assertThat(vault.removeOrphans(id -> true, key -> true, Duration.ZERO))
                    .isEqualTo(new RemovedOrphans(0, 0, 0));
            checkKept(vault, story);
        }
        assertThat(sealedFiles(image)).noneMatch(name -> name.endsWith(AtomicFile.UNFINISHED));
    }

    private static void checkKept(Vault vault, Story story) throws VaultException {
        for (RecordId id : List.of(story.keptRow, story.keptFile)) {
            if (story.acknowledged.contains(id)) {
                assertThat(vault.open(id, VaultSamples.OFFICER).text()).isEqualTo("secret of " + id);
            }
        }
    }

    private static void checkShredded(Vault vault, Story story) throws VaultException {
        boolean destroyed =
                vault.state(story.shredded).filter(KeyState.DESTROYED::equals).isPresent();
        assertThat(vault.finishInterruptedShreds()).isZero();
        if (story.receipt != NO_RECEIPT) {
            assertThat(destroyed).isTrue();
            assertThat(vault.shred(story.shredded)).isEqualTo(story.receipt);
        }
        if (destroyed || story.shredAsked) {
            ShredReceipt receipt = vault.shred(story.shredded);
            assertThat(receipt.records()).containsExactlyInAnyOrder(story.shreddedRow, story.shreddedFile);
            assertThat(vault.shred(story.shredded)).isEqualTo(receipt);
            for (RecordId id : receipt.records()) {
                assertThatThrownBy(() -> vault.open(id, VaultSamples.OFFICER))
                        .isInstanceOf(VaultException.RecordUnknown.class);
            }
        }
    }

    /** A key's bytes are gone with its receipt; those of its records once their file was rewritten, as the search does. */
    private static void checkForgotten(Vault vault, Path image, Story story) throws VaultException, IOException {
        DestroyedKey gone = new DestroyedKey(
                Sample.erasureCase("crash"),
                Sample.person("crash"),
                story.shredded,
                false,
                List.of(story.shreddedRow, story.shreddedFile),
                story.prints);
        try (RawFiles keys = RawFiles.database("keys", image, "keys.db", () -> false);
                RawFiles records = RawFiles.database("records", image, "records.db", () -> false)) {
            assertThat(keys.find(List.of(gone))).isEmpty();
            vault.rewrite();
            assertThat(records.find(List.of(gone))).isEmpty();
        }
    }

    private static void checkOrphansRemoved(Vault vault, Story story) throws VaultException {
        for (RecordId id : List.of(story.orphanRow, story.orphanFile)) {
            assertThatThrownBy(() -> vault.open(id, VaultSamples.OFFICER))
                    .isInstanceOf(VaultException.RecordUnknown.class);
        }
        assertThat(vault.state(story.orphan)).isEmpty();
    }

    private static List<String> sealedFiles(Path image) throws IOException {
        try (Stream<Path> all = Files.walk(image.resolve("sealed"))) {
            return all.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }
}
