package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.domain.id.LedgerId;
import org.quitclaim.vault.VaultException.BackupTargetAway;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.storage.LedgerLines;
import org.quitclaim.vault.storage.StorageStep;

/**
 * One file of lines per installation in the folder of the backup target. A line that a crash left without its end does
 * not count, and is cut off before the next one is written.
 */
final class LedgerFile implements LedgerLines {
    /** More than a first line's id begins within. */
    private static final int HEAD = 128;
    /** Number, epoch, cell and proof: as LedgerChain writes them. */
    private static final Pattern LINE = Pattern.compile("\\d{1,18} (\\d{1,9}) \\S+ \\S+");

    private final Places places;
    private final KnownTarget known;
    private final Path folder;
    private final StorageStep step;

    LedgerFile(Places places, KnownTarget known, Path folder, StorageStep step) {
        this.places = places;
        this.known = known;
        this.folder = folder;
        this.step = step;
    }

    static Path in(Path folder, InstallationId installation) {
        return folder.resolve(installation.value() + ".ledger");
    }

    @Override
    public void requireLast(InstallationId installation) throws BackupTargetAway, StorageFailure {
        known.requireLast(installation);
    }

    /** Not synchronized: whoever asks does not wait for a line that is being written. */
    @Override
    public Optional<PlaceOfAnother> another(InstallationId installation) throws StorageFailure {
        return places.another(folder, installation).map(other -> Places.refusal(folder, other));
    }

    @Override
    public synchronized List<String> read(InstallationId installation) throws StorageFailure {
        return known.isOfRetiredEpoch(installation) ? List.of() : read(folder, installation);
    }

    static List<String> read(Path folder, InstallationId installation) throws StorageFailure {
        Path file = in(folder, installation);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String all = Files.readString(file, StandardCharsets.ISO_8859_1);
            return all.substring(0, all.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            throw new StorageFailure("read the ledger at the backup target", e);
        }
    }

    @Override
    public synchronized Optional<String> last(InstallationId installation) throws StorageFailure {
        return last(folder, installation);
    }

    private static Optional<String> last(Path folder, InstallationId installation) throws StorageFailure {
        try (FileChannel channel = FileChannel.open(in(folder, installation), StandardOpenOption.READ)) {
            long end = endOfLine(channel, channel.size());
            long begin = endOfLine(channel, Math.max(end - 1, 0));
            ByteBuffer line = ByteBuffer.allocate(Math.toIntExact(Math.max(end - 1 - begin, 0)));
            channel.read(line, begin);
            return end == 0 ? Optional.empty() : Optional.of(new String(line.array(), StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageFailure("read the ledger at the backup target", e);
        }
    }

    /** Which ledger its first line says that it is; empty if there is none, or nothing that says so. */
    static Optional<String> id(Path folder, InstallationId installation) throws StorageFailure {
        try (InputStream file = Files.newInputStream(in(folder, installation))) {
            String[] fields = new String(file.readNBytes(HEAD), StandardCharsets.ISO_8859_1).split("[ \n]", 3);
            return fields.length == 3 && fields[1].startsWith(LedgerId.PREFIX)
                    ? Optional.of(fields[1])
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageFailure("read the ledger at the backup target", e);
        }
    }

    /** In which epoch its last line says that it was sealed; empty if it has none that says so. */
    static Optional<Integer> epochOfLast(Path folder, InstallationId installation) throws StorageFailure {
        // what is no folder at all has none either
        return Files.exists(in(folder, installation)) ? epoch(last(folder, installation)) : Optional.empty();
    }

    private static Optional<Integer> epoch(Optional<String> line) {
        return line.map(LINE::matcher).filter(Matcher::matches).map(parts -> Integer.valueOf(parts.group(1)));
    }

    @Override
    public synchronized void append(InstallationId installation, List<String> lines)
            throws StorageFailure, PlaceOfAnother, BackupTargetAway {
        String text = lines.stream().map(line -> line + '\n').collect(Collectors.joining());
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        try {
            takeFolder(installation);
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
            throws StorageFailure, PlaceOfAnother, BackupTargetAway {
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
    public synchronized void leaveSeen(InstallationId installation, String text)
            throws StorageFailure, PlaceOfAnother, BackupTargetAway {
        write(installation, seenName(installation), text + '\n', StorageStep.UNOBSERVED);
    }

    private static String seenName(InstallationId installation) {
        return installation.value() + "-ledger.seen";
    }

    private void write(InstallationId installation, String name, String text, StorageStep observed)
            throws StorageFailure, PlaceOfAnother, BackupTargetAway {
        try {
            takeFolder(installation);
            AtomicFile.write(
                    folder, name, Instant.now(), out -> out.write(text.getBytes(StandardCharsets.US_ASCII)), observed);
        } catch (IOException | GeneralSecurityException e) {
            throw new StorageFailure("write the ledger at the backup target", e);
        }
    }

    private void takeFolder(InstallationId installation)
            throws IOException, StorageFailure, PlaceOfAnother, BackupTargetAway {
        known.requireLast(installation);
        OwnerOnly.folder(folder);
        places.requireOwn(folder, installation);
        known.use();
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
