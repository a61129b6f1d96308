package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.sqlite.SqliteKeyStore;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.VaultInstance;

/**
 * Which folders of keys and backups serve this copy of an installation, and which another.
 *
 * <p><b>Guarantees:</b> a folder whose sign names another copy is taken only where that copy is seen to be gone: its data
 * folder was on this machine and is not there any more, or is the one this copy lies in. In doubt the folder is the other's.
 *
 * <p><b>Not covered:</b> a copy that somebody made by hand at the same path of another machine, since it has everything
 * by which the original is known.
 */
final class Places {
    private final SqliteKeyStore register;
    private final VaultInstance self;
    private final String machine = PlaceSign.thisMachine();

    private Places(SqliteKeyStore register, VaultInstance self) {
        this.register = register;
        this.self = self;
    }

    /**
     * What was opened at another path is another copy than it was: moved, or copied while the original lives on. On another
     * machine it may be: the name is only noted, so that the ledger is looked at as after a move.
     */
    static Places of(SqliteKeyStore register, Path data) throws StorageFailure {
        String home = real(data).toString();
        Optional<VaultInstance> known =
                register.instance().filter(instance -> instance.home().equals(home));
        String machine = PlaceSign.thisMachine();
        if (known.filter(instance -> instance.machine().equals(machine)).isPresent()) {
            return new Places(register, known.get());
        }
        String id = known.map(VaultInstance::id).orElseGet(() -> IdMint.mint(VaultInstance.PREFIX, one -> one));
        VaultInstance self = new VaultInstance(id, home, machine);
        register.become(self);
        return new Places(register, self);
    }

    private static Path real(Path data) throws StorageFailure {
        try {
            return RealPath.of(data);
        } catch (IOException e) {
            throw new StorageFailure("look where the data folder is", e);
        }
    }

    String home() {
        return self.home();
    }

    static boolean hasSign(Path folder, InstallationId installation) {
        return Files.isRegularFile(PlaceSign.in(folder, installation));
    }

    /** The other copy that the folder serves, unless it serves none, this one, or one that is gone. */
    Optional<PlaceSign> another(Path folder, InstallationId installation) throws StorageFailure {
        try {
            Optional<PlaceSign> sign = PlaceSign.read(folder, installation);
            return sign.isPresent()
                    ? sign.filter(each -> isAnothers(each, folder, installation))
                    : unnamed(folder, installation);
        } catch (IOException e) {
            throw new StorageFailure("read whom " + folder + " serves", e);
        }
    }

    private boolean isAnothers(PlaceSign sign, Path folder, InstallationId installation) {
        if (sign.instance().equals(self.id())) {
            return false;
        }
        if (!sign.machine().equals(machine)) {
            return true;
        }
        return !isCopiedFolder(sign, folder, installation) && livesApart(sign.home());
    }

    /** An empty sign is of whoever registered the folder, if that is not only what this copy was made from. */
    private Optional<PlaceSign> unnamed(Path folder, InstallationId installation) throws StorageFailure {
        if (!hasSign(folder, installation)) {
            return Optional.empty();
        }
        return register.kekHomes(folder.toString()).contains(self.home())
                ? Optional.empty()
                : register.kekHomes(folder.toString()).stream()
                        .map(Path::of)
                        .filter(this::livesApart)
                        .map(home -> new PlaceSign("", home, folder, machine))
                        .findFirst();
    }

    /** The folder that the sign was made in is there as well, and is another one. */
    private static boolean isCopiedFolder(PlaceSign sign, Path folder, InstallationId installation) {
        Path original = PlaceSign.in(sign.place(), installation);
        try {
            return Files.exists(original) && !Files.isSameFile(original, PlaceSign.in(folder, installation));
        } catch (IOException e) {
            return false;
        }
    }

    /** In which data folder whoever had this very folder before worked. */
    Optional<String> predecessorAt(Path folder, InstallationId installation) throws StorageFailure {
        try {
            return PlaceSign.read(folder, installation)
                    .filter(sign -> !sign.instance().equals(self.id()) && !isCopiedFolder(sign, folder, installation))
                    .map(sign -> sign.home().toString());
        } catch (IOException e) {
            throw new StorageFailure("read whom " + folder + " served", e);
        }
    }

    private boolean livesApart(Path home) {
        return !home.toString().equals(self.home()) && !Files.notExists(home.resolve("keys.db"));
    }

    /** Leaves the sign that the folder serves this copy, over whatever sign is there. */
    void take(Path folder, InstallationId installation) throws StorageFailure {
        String text = new PlaceSign(self.id(), Path.of(self.home()), folder, machine).text();
        try {
            Path sign = PlaceSign.in(folder, installation);
            if (!Files.isRegularFile(sign)
                    || !Arrays.equals(Files.readAllBytes(sign), text.getBytes(StandardCharsets.UTF_8))) {
                AtomicFile.write(
                        folder,
                        PlaceSign.name(installation),
                        Instant.now(),
                        out -> out.write(text.getBytes(StandardCharsets.UTF_8)),
                        StorageStep.UNOBSERVED);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new StorageFailure("mark " + folder + " as serving this data folder", e);
        }
    }

    /** Takes the folder unless it serves another copy. */
    void requireOwn(Path folder, InstallationId installation) throws PlaceOfAnother, StorageFailure {
        Optional<PlaceSign> other = another(folder, installation);
        if (other.isPresent()) {
            throw refusal(folder, other.get());
        }
        take(folder, installation);
    }

    static PlaceOfAnother refusal(Path folder, PlaceSign other) {
        return new PlaceOfAnother(
                folder.toString(),
                other.home().toString(),
                other.machine().isEmpty() ? "a machine without a name" : other.machine());
    }
}
