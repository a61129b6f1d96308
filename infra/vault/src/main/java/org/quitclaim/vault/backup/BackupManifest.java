package org.quitclaim.vault.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.embedded.UnfinishedMark;

/**
 * What a backup holds; written last, so that a folder without it is no backup.
 *
 * <p><b>Shape:</b> {@code manifest.txt}, ASCII, a fact per line: {@code quitclaim-backup 1}, {@code installation},
 * {@code epoch}, {@code taken-at}, {@code position} (of the last event), {@code ledger} (which one, and the number of its last
 * line), {@code backup-target}, then per file {@code file}, its SHA-256 in hexadecimal, its bytes and its path, and
 * {@code end} with the number of files.
 *
 * @param position of the last event in it, 0 if it holds none
 * @param ledger the one that this installation kept, nothing if it kept none yet
 * @param ledgerNumber of its last line; one that ends before it at a restore is not the whole one
 */
public record BackupManifest(
        InstallationId installation,
        Epoch epoch,
        Instant takenAt,
        long position,
        String ledger,
        long ledgerNumber,
        Path backupTarget,
        List<Entry> files) {
    static final String FILE = "manifest.txt";
    private static final String FORM = "quitclaim-backup 1";

    /** One file of a backup. */
    public record Entry(String sha256, long bytes, String path) {}

    public BackupManifest {
        files = List.copyOf(files);
    }

    /** Whether the history is in it: it is not where an event store apart keeps it. */
    public boolean holdsEvents() {
        return position > 0;
    }

    String text() {
        List<String> lines = new ArrayList<>(List.of(
                FORM,
                "installation " + installation,
                "epoch " + epoch.number(),
                "taken-at " + takenAt,
                "position " + position,
                "ledger " + ledgerNumber + ' ' + ledger,
                "backup-target " + backupTarget));
        files.forEach(file -> lines.add("file " + file.sha256() + ' ' + file.bytes() + ' ' + file.path()));
        lines.add("end " + files.size());
        return String.join("\n", lines) + '\n';
    }

    /** Reads the manifest of the backup in a folder. */
    public static BackupManifest of(Path folder) throws BackupRefused {
        if (UnfinishedMark.isIn(folder, UnfinishedMark.By.BACKUP)) {
            throw new BackupRefused(
                    "restore.backup-unfinished",
                    "The backup in " + folder + " was not finished, or is being taken. Use another one; nothing was"
                            + " restored.");
        }
        try {
            return parse(Files.readAllLines(folder.resolve(FILE), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw new BackupRefused(
                    "restore.no-backup",
                    folder + " holds no complete backup: there is no " + FILE + " in it. Give a folder that"
                            + " ./quitclaim backup has finished.");
        } catch (IOException | DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BackupRefused(
                    "restore.manifest-damaged", "The manifest of the backup in " + folder + " is damaged.", e);
        }
    }

    private static BackupManifest parse(List<String> lines) {
        List<Entry> files = new ArrayList<>();
        for (String line : lines.subList(7, lines.size() - 1)) {
            String[] fields = line.split(" ", 4);
            if (!fields[0].equals("file")) {
                throw new IllegalArgumentException("a file was expected");
            }
            files.add(new Entry(fields[1], Long.parseLong(fields[2]), fields[3]));
        }
        if (!lines.getFirst().equals(FORM) || Integer.parseInt(value(lines.getLast(), "end")) != files.size()) {
            throw new IllegalArgumentException("not whole");
        }
        return new BackupManifest(
                new InstallationId(value(lines.get(1), "installation")),
                new Epoch(Integer.parseInt(value(lines.get(2), "epoch"))),
                Instant.parse(value(lines.get(3), "taken-at")),
                Long.parseLong(value(lines.get(4), "position")),
                value(lines.get(5), "ledger").split(" ", 2)[1],
                Long.parseLong(value(lines.get(5), "ledger").split(" ", 2)[0]),
                Path.of(value(lines.get(6), "backup-target")),
                files);
    }

    private static String value(String line, String name) {
        if (!line.startsWith(name + ' ')) {
            throw new IllegalArgumentException(name + " was expected");
        }
        return line.substring(name.length() + 1);
    }
}
