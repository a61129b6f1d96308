package org.quitclaim.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a copy of everything that a server has on disk at every moment at which it could die.
 *
 * <p>Whoever comes to a step stands still in it until the copy is made. Who writes without a step, such as the lists of
 * work, is not held up: so everything is read until two readings in a row agree, and then what they read was all there at
 * the instant between them. What was acknowledged is looked up before, so that all of it has to be in the copy.
 *
 * <p>Closing a file drops this process's locks on it (POSIX, fcntl), SQLite's too: no other process is after them.
 */
final class Moments implements Steps {
    private final Path slot;
    private final Path kept;
    private final Ledger ledger;
    private final Map<String, Frozen> byContent = new LinkedHashMap<>();
    private Map<Path, Kept> before = Map.of();
    private int passed;
    private boolean keeping;

    /** One file as it was, and where its bytes are kept under what digest. */
    private record Kept(byte[] bytes, String digest, Path copy) {}

    /** @param slot the folder with all the server's folders; @param kept where the copies go, outside of it */
    Moments(Path slot, Path kept, Ledger ledger) {
        this.slot = slot;
        this.kept = kept;
        this.ledger = ledger;
    }

    synchronized void keep(boolean on) {
        keeping = on;
    }

    /** How many there were. */
    synchronized int passed() {
        return passed;
    }

    /** One for all moments that left the very same bytes. */
    synchronized List<Frozen> frozen() {
        return List.copyOf(byContent.values());
    }

    @Override
    public synchronized void pass(String moment) {
        if (keeping) {
            try {
                freeze(passed + " " + moment);
                passed++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void freeze(String moment) throws IOException {
        Ledger acknowledged = ledger.copy();
        Map<Path, Kept> now = new TreeMap<>();
        for (Map.Entry<Path, byte[]> file : still().entrySet()) {
            now.put(file.getKey(), kept(file.getValue(), before.get(file.getKey())));
        }
        before = now;
        Map<Path, Path> copies = new TreeMap<>();
        StringBuilder content = new StringBuilder();
        now.forEach((file, kept) -> {
            if (!isRebuilt(file)) {
                content.append(file).append(' ').append(kept.digest).append('\n');
            }
            copies.put(file, kept.copy);
        });
        byContent.merge(content.toString(), new Frozen(passed, List.of(moment), copies, acknowledged), Frozen::until);
    }

    private Map<Path, byte[]> still() throws IOException {
        Map<Path, byte[]> earlier = read();
        while (true) {
            Map<Path, byte[]> later = read();
            if (same(earlier, later)) {
                return later;
            }
            earlier = later;
        }
    }

    /** Without the read models: after a kill their file is deleted unread. */
    private Map<Path, byte[]> read() throws IOException {
        Map<Path, byte[]> files = Folder.read(slot);
        files.keySet().removeIf(file -> file.getFileName().toString().startsWith("read-models.mv"));
        return files;
    }

    private static boolean same(Map<Path, byte[]> one, Map<Path, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    /** The index of a write-ahead log, which whoever opens the database first makes anew. */
    private static boolean isRebuilt(Path file) {
        return file.toString().endsWith("-shm");
    }

    /** Most files are as they were at the moment before: comparing is far cheaper than digesting. */
    private Kept kept(byte[] bytes, @Nullable Kept earlier) throws IOException {
        if (earlier != null && Arrays.equals(bytes, earlier.bytes)) {
            return earlier;
        }
        String digest = sha256(bytes);
        Path copy = Files.createDirectories(kept).resolve(digest);
        if (Files.notExists(copy)) {
            Files.write(copy, bytes);
        }
        return new Kept(bytes, digest, copy);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
