package org.quitclaim.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Fingerprint;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.remnant.DestroyedKey;
import org.quitclaim.vault.remnant.KeysAndRecords;
import org.quitclaim.vault.remnant.Leftover;
import org.quitclaim.vault.remnant.SearchedStore;

/**
 * Searching every store for twenty erased people, a hundred fingerprints each; baseline: reading the same database files
 * and doing nothing with them.
 */
final class RemnantRow implements Row {
    private static final int PEOPLE = 20;
    private static final int PRINTS = 100;
    private static final int WINDOW = 16;
    private static final double MEGABYTE = 1e6;

    @Override
    public String name() {
        return "remnants";
    }

    @Override
    public void measure(Setting setting, Report report) throws Exception {
        Path folder = setting.state().folder(report);
        try (Installation installation = Installation.open(folder)) {
            installation.awaitReadModels();
            Vault vault = installation.bean(Vault.class);
            List<DestroyedKey> erased = erased(vault);
            long bytes = 0;
            long start = System.nanoTime();
            for (SearchedStore store : installation.all(SearchedStore.class)) {
                long begun = System.nanoTime();
                List<Leftover> left = store.find(erased);
                if (!left.isEmpty()) {
                    throw new IllegalStateException("found what never was, in " + store.name());
                }
                bytes += store.scannedBytes();
                report.line(
                        "  " + store.name(),
                        "%.1f MB in %.0f ms",
                        store.scannedBytes() / MEGABYTE,
                        (System.nanoTime() - begun) / 1e6);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            report.line(
                    "search of every store (budget 60 s at 100,000 photos)",
                    "%.2f s, %.1f MB, %.0f MB/s; %s",
                    seconds,
                    bytes / MEGABYTE,
                    bytes / MEGABYTE / seconds,
                    setting.state().size());
            baseline(folder, report);
        }
    }

    /** People whose keys are destroyed, with fingerprints of bytes that are nowhere. */
    private static List<DestroyedKey> erased(Vault vault) throws Exception {
        Random random = new Random(1);
        List<DestroyedKey> erased = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);
            KeyRef key = KeyRef.first(person, KeyScope.EVIDENCE);
            vault.shred(key);
            List<Fingerprint> prints = new ArrayList<>();
            List<RecordId> records = new ArrayList<>();
            for (int j = 0; j < PRINTS; j++) {
                byte[] window = new byte[WINDOW];
                random.nextBytes(window);
                prints.add(Fingerprint.of(Fingerprint.Kind.CIPHERTEXT, window));
                records.add(IdMint.recordId());
            }
            ErasureCaseId id = IdMint.mint(ErasureCaseId.PREFIX, ErasureCaseId::new);
            erased.add(new DestroyedKey(id, person, key, true, records, prints));
        }
        if (!new KeysAndRecords(vault).find(erased).isEmpty()) {
            throw new IllegalStateException("a shredded key is still there");
        }
        return erased;
    }

    /** With the server still running, as the search has it. Closing these files gives up locks that nobody needs any more. */
    private static void baseline(Path folder, Report report) throws IOException {
        long start = System.nanoTime();
        long bytes = 0;
        ByteBuffer buffer = ByteBuffer.allocate(1 << 20);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(RemnantRow::isDatabase).toList()) {
                try (FileChannel channel = FileChannel.open(file)) {
                    for (int read = channel.read(buffer); read > 0; read = channel.read(buffer.clear())) {
                        bytes += read;
                    }
                    buffer.clear();
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        report.line(
                "plain read of the same database files (baseline)",
                "%.2f s, %.1f MB, %.0f MB/s",
                seconds,
                bytes / MEGABYTE,
                bytes / MEGABYTE / seconds);
    }

    private static boolean isDatabase(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".db") && !name.endsWith("-shm") || name.equals("read-models.mv");
    }
}
