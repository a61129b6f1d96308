package org.quitclaim.vault.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;

/**
 * Prints what sealing, opening and shredding cost beside many keys. Run it with the test class path:
 * {@code ShredLatencyProbe [keys] [shreds]}.
 */
final class ShredLatencyProbe {
    private static final int THREADS = 32;

    private ShredLatencyProbe() {}

    public static void main(String[] arguments) throws Exception {
        int keys = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        int shreds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        Path folder = Files.createTempDirectory("shred-latency");
        try (Vault vault = EmbeddedVault.open(VaultFolders.of(folder.resolve("data")), InstantSource.system())) {
            List<KeyRef> refs = new ArrayList<>();
            for (int i = 0; i < keys; i++) {
                refs.add(KeyRef.first(VaultSamples.person(), KeyScope.RECOGNITION));
            }
            List<RecordId> records = new ArrayList<>();
            refs.forEach(ref -> records.add(IdMint.recordId()));
            print("create, " + THREADS + " threads", keys, each(keys, i -> vault.create(refs.get(i))));
            print(
                    "seal one by one, " + THREADS + " threads",
                    keys,
                    each(keys, i -> seal(vault, refs.get(i), records.get(i))));
            print("sealAll of 500, one thread", keys, sealInBatches(vault, refs));
            print(
                    "open, " + THREADS + " threads",
                    keys,
                    each(keys, i -> vault.open(records.get(i), VaultSamples.OFFICER)));
            long[] nanos = new long[shreds];
            for (int i = 0; i < shreds; i++) {
                KeyRef ref = refs.get(i * (keys / shreds));
                long start = System.nanoTime();
                vault.shred(ref);
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    "shred beside %d keys (keys.db %d KiB): p50 %.1f ms, p99 %.1f ms, max %.1f ms, n=%d%n",
                    keys,
                    Files.size(folder.resolve("data/keys.db")) / 1024,
                    nanos[shreds / 2] / 1e6,
                    nanos[shreds * 99 / 100] / 1e6,
                    nanos[shreds - 1] / 1e6,
                    shreds);
        }
    }

    private interface Work {
        void at(int i) throws VaultException;
    }

    private static Duration each(int count, Work work) throws Exception {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Boolean>> done = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int n = i;
                done.add(threads.submit(() -> {
                    work.at(n);
                    return true;
                }));
            }
            for (Future<Boolean> each : done) {
                each.get();
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void seal(Vault vault, KeyRef ref, RecordId id) throws VaultException {
        vault.seal(new SealRequest(ref, VaultSamples.PRINT, id, Plaintext.of(new byte[512])));
    }

    private static Duration sealInBatches(Vault vault, List<KeyRef> refs) throws VaultException {
        long start = System.nanoTime();
        for (int from = 0; from < refs.size(); from += 500) {
            vault.sealAll(refs.subList(from, Math.min(from + 500, refs.size())).stream()
                    .map(ref ->
                            new SealRequest(ref, VaultSamples.PRINT, IdMint.recordId(), Plaintext.of(new byte[512])))
                    .toList());
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void print(String what, int count, Duration took) {
        System.out.printf("%s: %.0f/s (n=%d)%n", what, count / (took.toNanos() / 1e9), count);
    }
}
