package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.InstallationId;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.KekWrong;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.sqlite.SqliteKeyStore;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekProtection;
import org.quitclaim.vault.storage.KekStore;
import org.quitclaim.vault.storage.StorageStep;

/**
 * The key-encryption keys of an installation in every folder where a copy is kept.
 *
 * <p><b>Guarantees:</b> a folder is registered in {@code keys.db} before a key is written to it and stays so when the
 * settings no longer name it, until an epoch was destroyed there: no copy is forgotten. A registered folder counts as
 * looked into only with the sign in it that registering left. Registrations belong to the data folder they were made for,
 * so that a copy of the data folder on the same machine does not destroy its original's keys.
 */
final class RegisteredKeks implements KekStore {
    private final SqliteKeyStore register;
    private final KekProtection protection;
    private final String home;
    private final List<Path> folders;
    private final StorageStep step;

    private RegisteredKeks(SqliteKeyStore register, KekProtection protection, VaultFolders folders, StorageStep step) {
        this.register = register;
        this.protection = protection;
        this.home = folders.data().toString();
        this.folders = folders.everyKeyFolder();
        this.step = step;
    }

    static RegisteredKeks open(
            SqliteKeyStore register, KekProtection protection, VaultFolders folders, StorageStep step)
            throws StorageFailure {
        RegisteredKeks keks = new RegisteredKeks(register, protection, folders, step);
        List<String> known = register.kekFolders(keks.home);
        for (Path folder : keks.folders) {
            if (!known.contains(folder.toString())) {
                keks.register(folder);
            }
        }
        return keks;
    }

    /** Before an installation has a name its folders are marked together with its first key. */
    private void register(Path folder) throws StorageFailure {
        try {
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            throw new StorageFailure("make a folder for key-encryption keys", e);
        }
        Optional<InstallationId> installation = register.installation();
        if (installation.isPresent()) {
            at(folder).mark(installation.get());
        }
        register.registerKekFolder(home, folder.toString());
    }

    /** The first place that has it undamaged; damaged is said only when no place has a whole one. */
    @Override
    public Optional<Kek> find(InstallationId installation, Epoch epoch) throws VaultException {
        boolean damaged = false;
        for (Path folder : folders) {
            try {
                Optional<byte[]> stored = at(folder).read(installation, epoch);
                if (stored.isPresent()) {
                    return Optional.of(Kek.parse(protection.reveal(installation, epoch, stored.get())));
                }
            } catch (KekWrong | GeneralSecurityException e) {
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
        if (epoch.equals(Epoch.FIRST)) {
            markAll(installation);
        }
        for (Path folder : folders) {
            at(folder).requireReachable(installation);
        }
        byte[] stored = protection.protect(installation, epoch, keyset(kek));
        for (Path folder : folders) {
            at(folder).write(installation, epoch, stored);
        }
    }

    private void markAll(InstallationId installation) throws StorageFailure {
        for (Path folder : folders) {
            at(folder).mark(installation);
        }
    }

    private static byte[] keyset(Kek kek) throws StorageFailure {
        try {
            return kek.keysetBytes();
        } catch (GeneralSecurityException e) {
            throw new StorageFailure("write the key-encryption key", e);
        }
    }

    /** Every place is looked into before the first copy goes, so that one out of reach leaves all as it is. */
    @Override
    public Optional<Instant> destroy(InstallationId installation, Epoch epoch) throws VaultException {
        List<Path> registered = register.kekFolders(home).stream().map(Path::of).toList();
        Optional<byte[]> stored = Optional.empty();
        for (Path folder : registered) {
            at(folder).requireReachable(installation);
            stored = stored.isPresent() ? stored : at(folder).read(installation, epoch);
        }
        Optional<Instant> scheduled = protection.destroy(installation, epoch, stored);
        for (Path folder : registered) {
            at(folder).destroy(installation, epoch);
            if (!folders.contains(folder)) {
                at(folder).unmark(installation);
                register.forgetKekFolder(home, folder.toString());
            }
        }
        return scheduled;
    }

    private KekPlace at(Path folder) {
        return new KekPlace(folder, step);
    }
}
