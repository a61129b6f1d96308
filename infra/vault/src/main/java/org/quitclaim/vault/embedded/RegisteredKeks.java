package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.KekWrong;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.sqlite.SqliteKeyStore;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekStore;
import org.quitclaim.vault.storage.StorageStep;

/**
 * The key-encryption keys of an installation in every folder where a copy is kept.
 *
 * <p><b>Guarantees:</b> a folder is registered in {@code keys.db} before anything is written to it and stays so when the
 * settings no longer name it, until an epoch was destroyed there: no copy is forgotten. Registrations belong to the data
 * folder they were made for, so that a copy of the data folder on the same machine does not destroy its original's keys.
 */
final class RegisteredKeks implements KekStore {
    private final SqliteKeyStore register;
    private final String home;
    private final List<Path> folders;
    private final StorageStep step;

    private RegisteredKeks(SqliteKeyStore register, VaultFolders folders, StorageStep step) {
        this.register = register;
        this.home = folders.data().toString();
        this.folders = folders.everyKeyFolder();
        this.step = step;
    }

    static RegisteredKeks open(SqliteKeyStore register, VaultFolders folders, StorageStep step) throws StorageFailure {
        RegisteredKeks keks = new RegisteredKeks(register, folders, step);
        List<String> known = register.kekFolders(keks.home);
        for (Path folder : keks.folders) {
            if (!known.contains(folder.toString())) {
                makeFolder(folder);
                register.registerKekFolder(keks.home, folder.toString());
            }
        }
        return keks;
    }

    private static void makeFolder(Path folder) throws StorageFailure {
        try {
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            throw new StorageFailure("make a folder for key-encryption keys", e);
        }
    }

    /** The first place that has it undamaged; damaged is said only when no place has a whole one. */
    @Override
    public Optional<Kek> find(InstallationId installation, Epoch epoch) throws VaultException {
        boolean damaged = false;
        for (Path folder : folders) {
            try {
                Optional<Kek> found = at(folder).find(installation, epoch);
                if (found.isPresent()) {
                    return found;
                }
            } catch (KekWrong e) {
                damaged = true;
            }
        }
        if (damaged) {
            throw new KekWrong();
        }
        return Optional.empty();
    }

    /** A registered folder is never made anew: what is not there may be a medium that is not connected. */
    @Override
    public void add(InstallationId installation, Epoch epoch, Kek kek) throws VaultException {
        for (Path folder : folders) {
            at(folder).requireReachable();
        }
        for (Path folder : folders) {
            at(folder).add(installation, epoch, kek);
        }
    }

    /** Every place is looked into before the first copy goes, so that one out of reach leaves all as it is. */
    @Override
    public Optional<Instant> destroy(InstallationId installation, Epoch epoch) throws VaultException {
        List<String> registered = register.kekFolders(home);
        for (String folder : registered) {
            at(Path.of(folder)).requireReachable();
        }
        List<Instant> scheduled = new ArrayList<>();
        for (String folder : registered) {
            at(Path.of(folder)).destroy(installation, epoch).ifPresent(scheduled::add);
            if (!folders.contains(Path.of(folder))) {
                register.forgetKekFolder(home, folder);
            }
        }
        return scheduled.stream().max(Instant::compareTo);
    }

    private FolderKekStore at(Path folder) {
        return new FolderKekStore(folder, step);
    }
}
