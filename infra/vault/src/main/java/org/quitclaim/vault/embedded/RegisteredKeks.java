package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.KekMissing;
import org.quitclaim.vault.VaultException.KekWrong;
import org.quitclaim.vault.VaultException.PlaceOfAnother;
import org.quitclaim.vault.VaultException.StorageFailure;
import org.quitclaim.vault.sqlite.SqliteKeyStore;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.KekProtection;
import org.quitclaim.vault.storage.KekStore;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.StoredEpoch;

/**
 * The key-encryption keys of an installation in every folder where a copy is kept.
 *
 * <p><b>Guarantees:</b> a folder is registered in {@code keys.db} before a key is written to it and stays so when the
 * settings no longer name it, until an epoch was destroyed there: no copy is forgotten. A registered folder counts as
 * looked into only with the sign in it that registering left. Registrations belong to the data folder they were made for,
 * and the sign says which copy of an installation a folder serves: no key is written to or destroyed in the folder of
 * another one.
 */
final class RegisteredKeks implements KekStore {
    private final SqliteKeyStore register;
    private final KekProtection protection;
    private final Places places;
    private final List<Path> folders;
    private final StorageStep step;

    private RegisteredKeks(
            SqliteKeyStore register, KekProtection protection, Places places, VaultFolders folders, StorageStep step) {
        this.register = register;
        this.protection = protection;
        this.places = places;
        this.folders = folders.everyKeyFolder();
        this.step = step;
    }

    /** Looks for keys without registering or marking any folder. */
    static RegisteredKeks unmarked(
            SqliteKeyStore register, KekProtection protection, Places places, VaultFolders folders, StorageStep step) {
        return new RegisteredKeks(register, protection, places, folders, step);
    }

    static RegisteredKeks open(
            SqliteKeyStore register, KekProtection protection, Places places, VaultFolders folders, StorageStep step)
            throws StorageFailure, KekMissing {
        RegisteredKeks keks = new RegisteredKeks(register, protection, places, folders, step);
        keks.requireKey();
        List<String> known = register.kekFolders(places.home());
        for (Path folder : keks.folders) {
            if (known.contains(folder.toString())) {
                keks.refresh(folder);
            } else {
                keks.register(folder);
            }
        }
        return keks;
    }

    /** Folders given by mistake are not marked: a rotation would wait for them as for a copy of the key. */
    private void requireKey() throws StorageFailure, KekMissing {
        Optional<InstallationId> installation = register.installation();
        Optional<Epoch> current = register.epochs().stream()
                .filter(StoredEpoch.Current.class::isInstance)
                .map(StoredEpoch::epoch)
                .findFirst();
        if (installation.isEmpty()
                || current.isEmpty()
                || register.secretNames().isEmpty()) {
            return;
        }
        for (Path folder : folders) {
            if (Files.exists(folder.resolve(KekPlace.name(installation.get(), current.get())))) {
                return;
            }
        }
        throw new KekMissing();
    }

    /**
     * A sign that names nobody, or a predecessor that is gone, names this copy from now on. A medium that cannot be
     * written is no reason not to open; it is one not to rotate.
     */
    private void refresh(Path folder) throws StorageFailure {
        Optional<InstallationId> installation = register.installation();
        if (installation.isPresent() && Places.hasSign(folder, installation.get())) {
            try {
                places.requireOwn(folder, installation.get());
            } catch (PlaceOfAnother | StorageFailure e) {
                // a rotation looks again, and says so
            }
        }
    }

    /**
     * Before an installation has a name its folders are marked together with its first key. A folder that serves another
     * copy is not registered: its key is read, and nothing more.
     */
    private void register(Path folder) throws StorageFailure {
        try {
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            throw new StorageFailure("make a folder for key-encryption keys", e);
        }
        Optional<InstallationId> installation = register.installation();
        if (installation.isPresent()) {
            if (places.another(folder, installation.get()).isPresent()) {
                return;
            }
            inherit(folder, installation.get());
            places.take(folder, installation.get());
        }
        register.registerKekFolder(places.home(), folder.toString());
    }

    /** Where whoever had the folder before kept further copies, this one has to destroy them too. */
    private void inherit(Path folder, InstallationId installation) throws StorageFailure {
        Optional<String> predecessor = places.predecessorAt(folder, installation);
        if (predecessor.isPresent()) {
            for (String each : register.kekFolders(predecessor.get())) {
                register.registerKekFolder(places.home(), each);
            }
        }
    }

    /** Makes every folder within reach serve this copy, whoever they served: somebody said that it is to go on. */
    List<Path> takeOver(InstallationId installation) throws StorageFailure {
        List<Path> taken = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                inherit(folder, installation);
                register.registerKekFolder(places.home(), folder.toString());
            }
        }
        for (Path folder : registered()) {
            if (folders.contains(folder) && Files.isDirectory(folder) || Places.hasSign(folder, installation)) {
                places.take(folder, installation);
                taken.add(folder);
            }
        }
        return taken;
    }

    private List<Path> registered() throws StorageFailure {
        return register.kekFolders(places.home()).stream().map(Path::of).toList();
    }

    /** The first place that has it undamaged; damaged is said only when no place has a whole one. */
    @Override
    public Optional<Kek> find(InstallationId installation, Epoch epoch) throws VaultException {
        boolean damaged = false;
        for (Path folder : folders) {
            try {
                Optional<byte[]> stored = at(folder).read(installation, epoch);
                if (stored.isPresent()) {
                    return Optional.of(parsed(protection.reveal(installation, epoch, stored.get())));
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
            requireOwn(folder, installation);
        }
        byte[] keyset = keyset(kek);
        try {
            byte[] stored = protection.protect(installation, epoch, keyset);
            for (Path folder : folders) {
                at(folder).write(installation, epoch, stored);
            }
        } finally {
            SecretFile.wipe(keyset);
        }
    }

    private static Kek parsed(byte[] keyset) throws GeneralSecurityException {
        try {
            return Kek.parse(keyset);
        } finally {
            SecretFile.wipe(keyset);
        }
    }

    private void markAll(InstallationId installation) throws StorageFailure {
        for (Path folder : folders) {
            places.take(folder, installation);
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
        List<Path> registered = registered();
        Optional<byte[]> stored = Optional.empty();
        for (Path folder : registered) {
            requireOwn(folder, installation);
            stored = stored.isPresent() ? stored : at(folder).read(installation, epoch);
        }
        Optional<Instant> scheduled = protection.destroy(installation, epoch, stored);
        stored.ifPresent(SecretFile::wipe);
        for (Path folder : registered) {
            at(folder).destroy(installation, epoch);
            if (!folders.contains(folder)) {
                // in this order: a folder without its sign that is still registered would wait for a medium for ever
                register.forgetKekFolder(places.home(), folder.toString());
                at(folder).unmark(installation);
            }
        }
        return scheduled;
    }

    @Override
    public Optional<PlaceOfAnother> another(InstallationId installation) throws StorageFailure {
        for (Path folder : folders) {
            Optional<PlaceSign> other = places.another(folder, installation);
            if (other.isPresent()) {
                return Optional.of(Places.refusal(folder, other.get()));
            }
        }
        return Optional.empty();
    }

    private void requireOwn(Path folder, InstallationId installation) throws VaultException {
        at(folder).requireReachable(installation);
        places.requireOwn(folder, installation);
    }

    private KekPlace at(Path folder) {
        return new KekPlace(folder, step);
    }
}
