package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.VaultException.StorageFailure;

/**
 * What the sign in a folder of keys or backups says: which copy of an installation the folder serves.
 *
 * <p><b>Shape:</b> {@code <installation>.place}, UTF-8, a fact per line: {@code instance}, {@code home} (its data folder),
 * {@code place} (the folder itself, so that a copied folder is known as one), {@code machine}. Empty where nobody is named:
 * before copies were told apart, or put there by hand for a medium that was destroyed.
 */
record PlaceSign(String instance, Path home, Path place, String machine) {
    private static final Path KERNELS_NAME = Path.of("/proc/sys/kernel/hostname");

    static Path in(Path folder, InstallationId installation) {
        return folder.resolve(name(installation));
    }

    static String name(InstallationId installation) {
        return installation.value() + ".place";
    }

    /** What the sign in the folder says; empty if there is none, or it names nobody. */
    static Optional<PlaceSign> read(Path folder, InstallationId installation) throws IOException, StorageFailure {
        Path sign = in(folder, installation);
        if (!Files.isRegularFile(sign)) {
            return Optional.empty();
        }
        try {
            return parse(Files.readString(sign, StandardCharsets.UTF_8));
        } catch (CharacterCodingException | InvalidPathException e) {
            throw StorageFailure.signDamaged(sign.toString(), e);
        }
    }

    String text() {
        return "instance " + instance + "\nhome " + home + "\nplace " + place + "\nmachine " + machine + '\n';
    }

    private static Optional<PlaceSign> parse(String text) throws CharacterCodingException {
        if (text.isBlank()) {
            return Optional.empty();
        }
        Map<String, String> facts = new HashMap<>();
        for (String line : text.lines().toList()) {
            String[] fact = line.split(" ", 2);
            facts.put(fact[0], fact.length > 1 ? fact[1] : "");
        }
        String instance = facts.get("instance");
        String home = facts.get("home");
        if (instance == null || home == null) {
            throw new CharacterCodingException();
        }
        return Optional.of(new PlaceSign(
                instance, Path.of(home), Path.of(facts.getOrDefault("place", "")), facts.getOrDefault("machine", "")));
    }

    /** How this machine is called, asked of nobody on the network; nothing where it is not written down. */
    static String thisMachine() {
        try {
            return Files.readString(KERNELS_NAME, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("");
        }
    }
}
