package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.LedgerLines;
import org.quitclaim.vault.storage.StorageStep;

/**
 * One file of lines per installation in the folder of the backup target. A line that a crash left without its end does
 * not count, and is cut off before the next one is written.
 */
final class LedgerFile implements LedgerLines {
    private final Places places;
    private final Path folder;
    private final StorageStep step;

    LedgerFile(Places places, Path folder, StorageStep step) {
        this.places = places;
        this.folder = folder;
        this.step = step;
    }

    static Path in(Path folder, InstallationId installation) {
        return folder.resolve(installation.value() + ".ledger");
    }

    @Override
    public synchronized List<String> read(InstallationId installation) throws StorageFailure {
        return read(folder, installation);
    }

    static List<String> read(Path folder, InstallationId installation) throws StorageFailure {
        Path file = in(folder, installation);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String all = Files.readString(file, StandardCharsets.US_ASCII);
            return all.substring(0, all.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new StorageFailure("read the ledger at the backup target", e);
        }
    }

    @Override
    public synchronized Optional<String> last(InstallationId installation) throws StorageFailure {
        try (FileChannel channel = FileChannel.open(in(folder, installation), StandardOpenOption.READ)) {
            long end = endOfLine(channel, channel.size());
            long begin = endOfLine(channel, Math.max(end - 1, 0));
            ByteBuffer line = ByteBuffer.allocate(Math.toIntExact(Math.max(end - 1 - begin, 0)));
            channel.read(line, begin);
            return end == 0 ? Optional.empty() : Optional.of(new String(line.array(), StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageFailure("read the ledger at the backup target", e);
        }
    }

    @Override
    public synchronized void append(InstallationId installation, List<String> lines)
            throws StorageFailure, PlaceOfAnother {
        String text = lines.stream().map(line -> line + '\n').collect(Collectors.joining());
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        try {
            OwnerOnly.folder(folder);
            places.requireOwn(folder, installation);
            if (lines.isEmpty() && Files.exists(in(folder, installation))) {
                return;
            }
            step.before("append to ledger");
            boolean isNew = !Files.exists(in(folder, installation));
            try (FileChannel channel = FileChannel.open(
                    in(folder, installation),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE)) {
                channel.position(endOfLine(channel, channel.size()));
                channel.truncate(channel.position());
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            if (isNew) {
                OwnerOnly.file(in(folder, installation));
                OwnerOnly.syncFolder(folder);
            }
            step.after("append to ledger");
        } catch (IOException e) {
            throw new StorageFailure("write the ledger at the backup target", e);
        }
    }

    @Override
    public synchronized void replace(InstallationId installation, List<String> lines)
            throws StorageFailure, PlaceOfAnother {
        write(
                installation,
                in(folder, installation).getFileName().toString(),
                lines.stream().map(line -> line + '\n').collect(Collectors.joining()),
                step);
    }

    @Override
    public Optional<String> seen(InstallationId installation) throws StorageFailure {
        Path file = folder.resolve(seenName(installation));
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.US_ASCII))
                    : Optional.empty();
        } catch (IOException e) {
            throw new StorageFailure("read the ledger at the backup target", e);
        }
    }

    @Override
    public synchronized void leaveSeen(InstallationId installation, String text) throws StorageFailure, PlaceOfAnother {
        write(installation, seenName(installation), text + '\n', StorageStep.UNOBSERVED);
    }

    private static String seenName(InstallationId installation) {
        return installation.value() + "-ledger.seen";
    }

    private void write(InstallationId installation, String name, String text, StorageStep observed)
            throws StorageFailure, PlaceOfAnother {
        try {
            OwnerOnly.folder(folder);
            places.requireOwn(folder, installation);
            AtomicFile.write(
                    folder, name, Instant.now(), out -> out.write(text.getBytes(StandardCharsets.US_ASCII)), observed);
        } catch (IOException | GeneralSecurityException e) {
            throw new StorageFailure("write the ledger at the backup target", e);
        }
    }

    /** Behind the last end of a line before this place. */
    private static long endOfLine(FileChannel channel, long before) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long at = before; at > 0; at--) {
            one.clear();
            channel.read(one, at - 1);
            if (one.get(0) == '\n') {
                return at;
            }
        }
        return 0;
    }
}
