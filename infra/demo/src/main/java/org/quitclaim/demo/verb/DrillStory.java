package org.quitclaim.demo.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.NoList;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.demo.DemoLogins;
import org.quitclaim.demo.DrillPeople;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.standalone.Console;
import org.quitclaim.standalone.RotateVerb;
import org.quitclaim.standalone.Server;
import org.quitclaim.transparency.LogCopy;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.EpochRetired;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.KeyState;
import org.quitclaim.vault.Opening;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.backup.Backup;
import org.quitclaim.vault.backup.BackupManifest;
import org.quitclaim.vault.backup.BackupRefused;
import org.quitclaim.vault.backup.Restore;
import org.quitclaim.vault.backup.Restored;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.VaultFolders;
import org.quitclaim.vault.sqlite.SqliteKeyStore;
import org.quitclaim.vault.storage.AssociatedData;
import org.quitclaim.vault.storage.Kek;
import org.quitclaim.vault.storage.StorageStep;
import org.quitclaim.vault.storage.StoredKey;

/**
 * The drill from enrolment to the restores: while the epoch lives, when only the ledger erases again; once it is retired,
 * with the first folder of keys lost; and of what was never to be kept.
 */
final class DrillStory {
    private static final AccessReason DRILL =
            new AccessReason(new Accessor.SystemTask("restore-drill"), "ADMIN", AccessPurpose.AUDIT);

    private final Drill drill;
    private final Path scratch;
    private final int port;
    private final VaultFolders live;
    private final Clock clock = Clock.systemUTC();
    private final DemoLogins logins = StageLogins.ofStory();

    DrillStory(Drill drill, Path scratch, int port) {
        this.drill = drill;
        this.scratch = scratch;
        this.port = port;
        this.live = new VaultFolders(
                scratch.resolve("data"),
                scratch.resolve("keys"),
                List.of(scratch.resolve("copy-of-the-key")),
                scratch.resolve("backup-target"));
    }

    /** As the living one, at another place; it is given the same folders of keys and backups. */
    private VaultFolders beside(String name) {
        return new VaultFolders(scratch.resolve(name), live.keys(), live.keyCopies(), live.backups());
    }

    private Path copyOfTheKey() {
        return live.keyCopies().getFirst();
    }

    private Path backup() {
        return scratch.resolve("backup-of-the-day-before");
    }

    private Path image() {
        return scratch.resolve("machine-image-of-the-day-before");
    }

    void play(Console console) throws IOException, VaultException, BackupRefused {
        DrillPeople people = dayBefore(console);
        KeyRef hers = print(people.leaving());
        DrillTraces traces = DrillTraces.of(image().resolve("data"), hers);
        erase(
                people,
                hers,
                traces,
                DrillTraces.of(image().resolve("data"), print(people.staying().getFirst())));
        loseTheFirstFolderOfKeys();
        productBackup(people, hers, traces);
        oldKeysAndRecords();
        machineImage(hers, traces);
    }

    private static KeyRef print(String person) {
        return KeyRef.first(new PersonId(person), KeyScope.RECOGNITION);
    }

    private Server start(VaultFolders folders) {
        return DrawnDemonstration.start(DrillVerb.server(folders, port));
    }

    private DrillPeople dayBefore(Console console) throws IOException, VaultException, BackupRefused {
        drill.heading("The day before: three drawn people are enrolled, and copies are taken");
        DrillPeople people;
        try (Server server = start(live)) {
            people = DrillPeople.enrol(server.address(), logins, console.out());
            drill.check(
                    "E01", people.allStayingEnrolled(server.address(), logins), "three people have a faceprint each");
            BackupManifest manifest = new Backup(live, clock, 0, LogCopy::copy)
                    .take(backup(), Backup.Events.IN_THE_FOLDER, progress -> {})
                    .manifest();
            drill.check(
                    "E02",
                    manifest.position() > 0 && keksIn(backup()).isEmpty(),
                    "./quitclaim backup: taken while the server works, "
                            + manifest.files().size() + " files, no key-encryption key among them");
        }
        copy(live.data(), image().resolve("data"));
        copy(live.keys(), image().resolve("keys"));
        drill.say("An image of the whole machine is kept as well, with the key of its day.");
        return people;
    }

    private void erase(DrillPeople people, KeyRef key, DrillTraces hers, DrillTraces another)
            throws IOException, VaultException, BackupRefused {
        drill.heading("One of them takes recognition back, and the epoch is retired");
        drill.check(
                "E03",
                DrillTraces.filesWith(live.data(), hers.wrappedKey()) > 0
                        && DrillTraces.filesWith(live.data(), hers.ciphertexts()) > 0,
                "before: her wrapped key and her ciphertext stand in the data folder");
        String epoch = keksIn(live.keys()).getFirst().getFileName().toString();
        try (Server server = start(live)) {
            drill.check(
                    "E04",
                    people.withdraw(server.address(), logins),
                    "with one request on her own page: faceprint gone, deletion file closed");
            drill.check(
                    "E21",
                    people.restrict(server.address(), logins) && told(server),
                    "she has processing restricted as well, which destroys no key: the ledger tells of it");
            restoreBeforeTheEpochIsRetired(key, hers);
            EpochRetired retired =
                    server.bean(Vault.class).epochs().rotate(progress -> drill.say(RotateVerb.said(progress)));
            drill.check(
                    "E05",
                    retired.epoch().number() == 1
                            && Files.notExists(live.keys().resolve(epoch))
                            && Files.notExists(copyOfTheKey().resolve(epoch)),
                    "the epoch is retired: its key is in no registered place");
            drill.check(
                    "E06",
                    server.bean(Vault.class).erasuresToldAtBackupTarget() && keyBackups() == 1,
                    "the backup target holds the ledger and the wrapped keys of the new epoch");
        }
        drill.check(
                "E07",
                DrillTraces.filesWith(live.data(), hers.wrappedKey()) == 0,
                "no file of the data folder holds a piece of her wrapped key");
        drill.check(
                "E08",
                DrillTraces.filesWith(live.data(), hers.ciphertexts()) == 0,
                "no file of the data folder holds a piece of her ciphertext");
        drill.check(
                "E09",
                DrillTraces.filesWith(live.data(), another.ciphertexts()) > 0
                        && DrillTraces.filesWith(live.data(), another.wrappedKey()) == 0,
                "the ciphertext of the others is there, and their keys are wrapped anew");
    }

    /** The line of a no follows it by moments. */
    private static boolean told(Server server) {
        server.bean(UpToDate.class).await();
        NoList nos = server.bean(NoList.class);
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (nos.countUntold() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return nos.countUntold() == 0;
    }

    /** The backup's own keys open, hers among them: nothing but the ledger erases her again. */
    private void restoreBeforeTheEpochIsRetired(KeyRef key, DrillTraces hers)
            throws IOException, VaultException, BackupRefused {
        VaultFolders there = beside("restored-before-the-epoch-is-retired");
        Restored restored = new Restore(there, KekKeeping.PLAIN, clock).run(backup(), progress -> {});
        drill.check(
                "E18",
                restored.keysOfBackup() && restored.servesAnother().isPresent(),
                "restored at once beside the server: with the keys of the backup, and it destroys none of the"
                        + " server's");
        boolean ciphertextGone = DrillTraces.filesWith(there.data(), hers.ciphertexts()) == 0;
        try (Vault vault = EmbeddedVault.open(there, clock)) {
            drill.check(
                    "E19",
                    vault.state(key).filter(KeyState.DESTROYED::equals).isPresent()
                            && opened(vault, hers) == 0
                            && ciphertextGone,
                    "the ledger alone destroys her key and her ciphertext again");
        }
    }

    private void loseTheFirstFolderOfKeys() throws IOException {
        for (Path each : keksIn(live.keys())) {
            Files.delete(each);
        }
        drill.check(
                "E20",
                keksIn(copyOfTheKey()).size() == 1,
                "the first folder of keys is lost; a registered copy of the key is left, and serves from here on");
    }

    private void productBackup(DrillPeople people, KeyRef hers, DrillTraces traces)
            throws IOException, VaultException, BackupRefused {
        drill.heading("(a) The product's backup is restored: its records, the backup of the keys, the registered key");
        VaultFolders there = beside("restored");
        Restored restored = new Restore(there, KekKeeping.PLAIN, clock).run(backup(), progress -> {});
        drill.check(
                "E10",
                !restored.keysOfBackup(),
                "the keys come from the backup target: those of the backup are useless");
        drill.check(
                "E11",
                restored.erasuresKnown() > 0 && DrillTraces.filesWith(there.data(), traces.ciphertexts()) == 0,
                "the erasure is done again before any port opens: no file holds a piece of her ciphertext");
        try (Vault vault = EmbeddedVault.open(there, clock)) {
            drill.check(
                    "E12",
                    vault.state(hers).filter(KeyState.DESTROYED::equals).isPresent() && opened(vault, traces) == 0,
                    "her key is destroyed and nothing of her faceprint opens");
            int opened = 0;
            for (String person : people.staying()) {
                opened += opened(vault, DrillTraces.of(image().resolve("data"), print(person)));
            }
            drill.check("E13", opened >= people.staying().size(), "the faceprints of the others open");
        }
        // as ./quitclaim take-over does: beside the one it was taken from no copy starts
        EmbeddedVault.takeOver(there, KekKeeping.PLAIN);
        try (Server server = start(there)) {
            drill.check(
                    "E14",
                    people.allStayingEnrolled(server.address(), logins),
                    "a server starts on it and knows the others; the screens' data is made anew");
            drill.check(
                    "E22",
                    server.bean(Streams.class).consent(new PersonId(people.leaving())) instanceof Known her
                            && her.restricted(),
                    "and her restriction, of which the backup knew nothing, is said again before any port opened");
        }
    }

    private void oldKeysAndRecords() throws IOException, VaultException {
        drill.heading("(b) Keys and records of the day before, with the keys of today");
        Path old = scratch.resolve("old-keys-and-records");
        copy(image().resolve("data"), old);
        VaultFolders today = new VaultFolders(old, live.keys(), live.keyCopies(), scratch.resolve("no-ledger"));
        drill.check("E15", refused(today), "the vault does not open");
        drill.check("E16", unwrapped(old) == 0, "not one of the wrapped keys of that day opens with any key of today");
    }

    private void machineImage(KeyRef hers, DrillTraces traces) throws IOException, VaultException {
        drill.heading("(c) The image of the whole machine, with the key of its day");
        VaultFolders then = new VaultFolders(
                image().resolve("data"), image().resolve("keys"), List.of(), scratch.resolve("image-backup-target"));
        try (Vault vault = EmbeddedVault.open(then, clock)) {
            drill.check(
                    "E17",
                    vault.state(hers).filter(KeyState.ACTIVE::equals).isPresent() && opened(vault, traces) > 0,
                    "it DOES open her faceprint: whoever keeps such an image keeps what was alive on its day");
        }
        LocalDate gone = LocalDate.now(ZoneOffset.UTC).plusDays(DrawnDemonstration.HORIZON_DAYS);
        drill.say("Such images expire by " + gone + ": " + DrawnDemonstration.HORIZON_DAYS
                + " days, as declared (quitclaim.vault.backup-horizon-days).");
        drill.say("Until then a certificate of her erasure is provisional.");
    }

    private static int opened(Vault vault, DrillTraces traces) throws VaultException {
        return (int) vault.openAll(traces.records(), DRILL).values().stream()
                .filter(Opening.Opened.class::isInstance)
                .count();
    }

    private boolean refused(VaultFolders folders) {
        try (Vault vault = EmbeddedVault.open(folders, clock)) {
            return false;
        } catch (VaultException e) {
            drill.say(String.valueOf(e.getMessage()));
            return e instanceof VaultException.KekMissing;
        }
    }

    private static List<Path> keksIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".kek")).toList();
        }
    }

    private long keyBackups() throws IOException {
        try (Stream<Path> files = Files.list(live.backups())) {
            return files.filter(file -> file.toString().endsWith(".db")).count();
        }
    }

    /** How many wrapped keys of an old copy any key-encryption key of today opens. */
    private int unwrapped(Path old) throws IOException, VaultException {
        List<StoredKey> keys;
        try (SqliteKeyStore store = SqliteKeyStore.open(old.resolve("keys.db"), StorageStep.UNOBSERVED)) {
            keys = store.livingCreatedUpTo(clock.instant());
        }
        int opened = 0;
        for (Path file : keksIn(copyOfTheKey())) {
            for (StoredKey key : keys) {
                opened += opens(file, key) ? 1 : 0;
            }
        }
        drill.say(keys.size() + " wrapped keys tried");
        return keys.isEmpty() ? -1 : opened;
    }

    private static boolean opens(Path kek, StoredKey key) throws IOException {
        try {
            byte[] context =
                    AssociatedData.ofWrappedKey(key.ref(), key.wrapped().epoch());
            Kek.parse(Files.readAllBytes(kek)).unwrap(key.wrapped().bytes(), context);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (Files.isRegularFile(file)) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
