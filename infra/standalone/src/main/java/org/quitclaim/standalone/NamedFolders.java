package org.quitclaim.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quitclaim.vault.embedded.VaultFolders;

/**
 * The folders that whoever calls a verb named, by options or settings, beside a server that decided on its own at its start:
 * another folder is refused, not passed over.
 *
 * <p><b>Shape:</b> a line each, the option and the folder as a {@code file:} address.
 */
record NamedFolders(Map<String, Path> byOption) {
    private static final String KEK = "--kek";
    private static final String BACKUP_TARGET = "--backup-target";
    static final NamedFolders NONE = new NamedFolders(Map.of());

    static NamedFolders of(StandaloneSettings settings) {
        Map<String, Path> named = new LinkedHashMap<>();
        if (settings.kek() != null) {
            named.put(KEK, settings.kek());
        }
        if (settings.backupTarget() != null) {
            named.put(BACKUP_TARGET, settings.backupTarget());
        }
        return new NamedFolders(named);
    }

    List<String> lines() {
        return byOption.entrySet().stream()
                .map(named ->
                        named.getKey() + ' ' + named.getValue().toAbsolutePath().toUri())
                .toList();
    }

    static boolean isLine(String line) {
        return line.startsWith(KEK + ' ') || line.startsWith(BACKUP_TARGET + ' ');
    }

    /** @throws IllegalArgumentException for a line that nobody here writes */
    NamedFolders and(String line) {
        Map<String, Path> more = new LinkedHashMap<>(byOption);
        String[] parts = line.split(" ", 2);
        more.put(parts[0], Path.of(URI.create(parts[1])));
        return new NamedFolders(more);
    }

    /** Why a server with these folders does not do it; empty where they are the same. */
    Optional<String> against(VaultFolders own) {
        return byOption.entrySet().stream()
                .filter(named -> !same(named.getValue(), of(own, named.getKey())))
                .findFirst()
                .map(named -> "The server that has this data folder was started with " + named.getKey() + ' '
                        + of(own, named.getKey()) + ", not " + named.getValue()
                        + ". Leave the option out, or stop the server first; nothing was done.");
    }

    private static Path of(VaultFolders own, String option) {
        return option.equals(KEK) ? own.keys() : own.backups();
    }

    private static boolean same(Path one, Path other) {
        try {
            return one.toAbsolutePath()
                            .normalize()
                            .equals(other.toAbsolutePath().normalize())
                    || Files.isSameFile(one, other);
        } catch (IOException e) {
            return false;
        }
    }
}
