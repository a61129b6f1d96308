package org.quitclaim.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.vault.embedded.VaultFolders;

/**
 * The folders, and who keeps the protecting key, as whoever calls a verb named them by options or settings, beside a server
 * that decided on its own at its start: what is named otherwise is refused, not passed over. What is not named is not
 * compared, and neither is {@code kek-protection=file}, which is what nobody has to name.
 *
 * <p><b>Shape:</b> a line each, the option and the folder as a {@code file:} address; or the setting and its value. All
 * copies of the key have a line together, with a blank between them.
 */
record NamedFolders(Map<String, Path> byOption, List<Path> copies, Map<String, String> settings) {
    private static final String KEK = "--kek";
    private static final String BACKUP_TARGET = "--backup-target";
    private static final String COPIES = "kek-copies";
    private static final String PROTECTION = "kek-protection";
    private static final String SERVICE = "kms.";
    private static final String UNNAMED = "file";
    static final NamedFolders NONE = new NamedFolders(Map.of(), List.of(), Map.of());

    static NamedFolders of(StandaloneSettings settings) {
        Map<String, Path> named = new LinkedHashMap<>();
        if (settings.kek() != null) {
            named.put(KEK, settings.kek());
        }
        if (settings.backupTarget() != null) {
            named.put(BACKUP_TARGET, settings.backupTarget());
        }
        Map<String, String> said = new TreeMap<>();
        if (!settings.kekProtection().equals(UNNAMED)) {
            said.put(PROTECTION, settings.kekProtection());
        }
        settings.kms().forEach((name, value) -> said.put(SERVICE + name, value));
        return new NamedFolders(named, settings.kekCopies(), said);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        byOption.forEach((option, folder) -> lines.add(option + ' ' + address(folder)));
        if (!copies.isEmpty()) {
            lines.add(COPIES + ' ' + copies.stream().map(NamedFolders::address).collect(Collectors.joining(" ")));
        }
        settings.forEach((name, value) -> lines.add(name + ' ' + value));
        return lines;
    }

    /** A blank in it is written as {@code %20}. */
    private static String address(Path folder) {
        return folder.toAbsolutePath().toUri().toString();
    }

    static boolean isLine(String line) {
        return Stream.of(KEK, BACKUP_TARGET, COPIES, PROTECTION).anyMatch(each -> line.startsWith(each + ' '))
                || line.startsWith(SERVICE);
    }

    /** @throws IllegalArgumentException for a line that nobody here writes */
    NamedFolders and(String line) {
        String[] parts = line.split(" ", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("a name without what is named");
        }
        return switch (parts[0]) {
            case KEK, BACKUP_TARGET -> {
                Map<String, Path> more = new LinkedHashMap<>(byOption);
                more.put(parts[0], Path.of(URI.create(parts[1])));
                yield new NamedFolders(more, copies, settings);
            }
            case COPIES ->
                new NamedFolders(
                        byOption,
                        Stream.of(parts[1].split(" "))
                                .map(each -> Path.of(URI.create(each)))
                                .toList(),
                        settings);
            default -> {
                Map<String, String> more = new TreeMap<>(settings);
                more.put(parts[0], parts[1]);
                yield new NamedFolders(byOption, copies, more);
            }
        };
    }

    /** Why a server with these folders, and its key kept so, does not do it; empty where they are the same. */
    Optional<String> against(VaultFolders own, Kept kept) {
        return Stream.of(folders(own), copies(own), settings(kept))
                .flatMap(each -> each)
                .findFirst()
                .map(difference -> "The server that has this data folder was started with " + difference
                        + ". Leave it out, or stop the server first; nothing was done.");
    }

    /** By whom a server has its protecting key kept, in the words of the settings. */
    record Kept(Map<String, String> settings) {
        static Kept of(StandaloneSettings settings) {
            Map<String, String> said = new TreeMap<>();
            said.put(PROTECTION, settings.kekProtection());
            settings.kms().forEach((name, value) -> said.put(SERVICE + name, value));
            return new Kept(said);
        }
    }

    private Stream<String> folders(VaultFolders own) {
        return byOption.entrySet().stream()
                .filter(named -> !same(named.getValue(), of(own, named.getKey())))
                .map(named -> named.getKey() + ' ' + of(own, named.getKey()) + ", not " + named.getValue());
    }

    private Stream<String> copies(VaultFolders own) {
        boolean same = copies.size() == own.keyCopies().size()
                && copies.stream().allMatch(one -> own.keyCopies().stream().anyMatch(other -> same(one, other)));
        return copies.isEmpty() || same
                ? Stream.empty()
                : Stream.of(COPIES + ' ' + (own.keyCopies().isEmpty() ? "none" : joined(own.keyCopies())) + ", not "
                        + joined(copies));
    }

    private static String joined(List<Path> folders) {
        return folders.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private Stream<String> settings(Kept kept) {
        return settings.entrySet().stream()
                .filter(named -> !named.getValue().equals(kept.settings().get(named.getKey())))
                .map(named -> named.getKey() + ' ' + kept.settings().getOrDefault(named.getKey(), "none") + ", not "
                        + named.getValue());
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
