package org.quitclaim.vault;

/**
 * Why the vault did not do what it was asked.
 *
 * <p><b>Guarantees:</b> every cause has one stable code. A subtype exists only where somebody catches it or tells it
 * apart; every other cause is made by a method here and known by its code. No text names an owner, a record or any
 * content.
 */
public sealed class VaultException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final String UNCONFIRMED =
            "The backup of the keys could not be written to the backup target or read back; the old key-encryption"
                    + " key is kept. Make the target reachable and rotate again.";

    private final String code;

    private VaultException(String code, String text) {
        super(text);
        this.code = code;
    }

    private VaultException(String code, String text, Throwable cause) {
        super(text, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** A later generation exists, or an earlier one is suspended: this one cannot be created any more, or not now. */
    public static VaultException keyGenerationRefused(String why) {
        return new VaultException("vault.key-generation-refused", why);
    }

    /** A record id names one ciphertext and is taken. */
    public static VaultException recordExists() {
        return new VaultException("vault.record-exists", "A record of this id exists already; seal under a new id.");
    }

    /** Keys and records are of different installations, or one of the two is gone. */
    public static VaultException storesMismatched() {
        return new VaultException(
                "vault.stores-mismatched",
                "Keys and records do not belong together, or one of them is missing. Restore both from the same"
                        + " installation; nothing was created.");
    }

    /** The key is destroyed, but a later step could not be completed yet; it is tried again at start-up. */
    public static VaultException shredUnfinished(String step) {
        return new VaultException(
                "vault.shred-unfinished", "The key is destroyed, but this step is not done yet: " + step + ".");
    }

    /** Another thread is rotating epochs. */
    public static VaultException rotationUnderWay() {
        return new VaultException(
                "vault.rotation-under-way", "An epoch is being retired already; wait until that is done.");
    }

    /** The keys of the new epoch could not be brought to safety, so the old key-encryption key was not destroyed. */
    public static VaultException keyBackupUnconfirmed(Throwable cause) {
        return new VaultException("vault.key-backup-unconfirmed", UNCONFIRMED, cause);
    }

    /** The keys of the new epoch could not be brought to safety, so the old key-encryption key was not destroyed. */
    public static VaultException keyBackupUnconfirmed() {
        return new VaultException("vault.key-backup-unconfirmed", UNCONFIRMED);
    }

    /** A place where a copy of a key-encryption key is registered cannot be reached, so nobody knows whether it is gone. */
    public static VaultException kekCopyOutOfReach(String place, String sign) {
        return new VaultException(
                "vault.kek-copy-out-of-reach",
                "A copy of the key-encryption key is registered in " + place
                        + ", which cannot be reached: its sign, "
                        + sign + ", is not there. Connect the medium and rotate again. If it was destroyed, put an"
                        + " empty file of this name in its place.");
    }

    /** Two of the folders are the same, or one lies in the other, perhaps by a link. */
    public static VaultException foldersOverlap(String one, String other) {
        return new VaultException(
                "vault.folders-overlap",
                "The folders " + one + " and " + other
                        + " are the same, or one lies in the other: a copy of the one"
                        + " would be a copy of both, and what protects would be lost with what it protects. Give"
                        + " folders apart from each other with --data, --kek, --backup-target and"
                        + " quitclaim.vault.kek-copies; nothing was changed.");
    }

    /** A restore into the data folder stopped before its end: what lies there may be a part, or somebody erased. */
    public static VaultException restoreUnfinished(String data) {
        return new VaultException(
                "vault.restore-unfinished",
                "A restore into " + data + " was not finished. Run ./quitclaim restore again with the same backup"
                        + " and options: it begins anew.");
    }

    /** The platform has not mounted the key-encryption key that the next epoch needs. */
    public static VaultException kekNotMounted(String file) {
        return new VaultException(
                "vault.kek-not-mounted",
                "The platform makes the key-encryption keys, and " + file
                        + " is not there. Let it mount this file with 32 random bytes, then start or rotate again;"
                        + " nothing was changed.");
    }

    /** The platform still mounts the key-encryption key of an epoch that is to be retired. */
    public static VaultException kekStillMounted(String file) {
        return new VaultException(
                "vault.kek-still-mounted",
                "Nothing needs " + file + " any more, but only the platform can destroy it. Remove it there, with"
                        + " every copy, and rotate again; until then the epoch is not retired.");
    }

    /** Keys are damaged that a backup may still have whole: the key that opens that backup is not destroyed. */
    public static VaultException keysWaitForRepair(int keys) {
        return new VaultException(
                "vault.keys-wait-for-repair",
                keys
                        + " rows of keys in keys.db are damaged or lost, and a backup may have them whole: the key"
                        + " that opens it would be destroyed with the epoch. Restore the last backup with"
                        + " ./quitclaim restore, or, if there is none, have what lies under those keys erased"
                        + " (page Oversight), and rotate again.");
    }

    /** No such generation was ever created. */
    public static final class KeyUnknown extends VaultException {
        private static final long serialVersionUID = 1L;

        public KeyUnknown() {
            super("vault.key-unknown", "There is no key of this generation.");
        }
    }

    /** The generation exists but is suspended or destroyed. */
    public static final class KeyNotActive extends VaultException {
        private static final long serialVersionUID = 1L;
        private final KeyState state;

        public KeyNotActive(KeyState state) {
            super("vault.key-not-active", "The key is " + state + ".");
            this.state = state;
        }

        public KeyState state() {
            return state;
        }
    }

    /** There is no such record, or there is none any more. */
    public static final class RecordUnknown extends VaultException {
        private static final long serialVersionUID = 1L;

        public RecordUnknown() {
            super("vault.record-unknown", "There is no such record.");
        }
    }

    /** Stored bytes do not authenticate: altered, exchanged or damaged. */
    public static final class IntegrityFailure extends VaultException {
        private static final long serialVersionUID = 1L;

        public IntegrityFailure() {
            super("vault.integrity", "The stored bytes are not what was sealed here; restore them from a backup.");
        }
    }

    /** The store could not be read or written. */
    public static final class StorageFailure extends VaultException {
        private static final long serialVersionUID = 1L;

        public StorageFailure(String step, Throwable cause) {
            super("vault.storage", failed(step), cause);
        }

        public StorageFailure(String step) {
            super("vault.storage", failed(step));
        }

        private StorageFailure(String code, String text, Throwable cause) {
            super(code, text, cause);
        }

        /** The medium can be read, and what it has is no sound database: room or rights would mend nothing. */
        public static StorageFailure damaged(String database, Throwable cause) {
            return new StorageFailure(
                    "vault." + database.replace(".db", "") + "-damaged",
                    database + " is damaged. Keep the data folder as it is, restore the last backup into a new folder"
                            + " with ./quitclaim restore, and look after the medium.",
                    cause);
        }

        /** The sign that says which copy of an installation a folder serves cannot be read as one. */
        public static StorageFailure signDamaged(String sign, Throwable cause) {
            return new StorageFailure(
                    "vault.place-damaged",
                    "The file " + sign + " is damaged: it says which copy of this installation its folder serves, and"
                            + " nobody can tell. Bring it back as it was. If no other copy uses the folder, empty the"
                            + " file instead. Nothing was changed.",
                    cause);
        }

        private static String failed(String step) {
            return "The vault's storage failed at: " + step
                    + ". Look whether the disk is full or takes no more files, the folder can be written"
                    + " by its owner and the medium is sound, then try again: what was begun is finished or undone.";
        }
    }

    /** Wrapped keys exist but the key that opens them is not where it was expected. */
    public static final class KekMissing extends VaultException {
        private static final long serialVersionUID = 1L;

        public KekMissing() {
            super(
                    "vault.kek-missing",
                    "This vault holds keys, but its key-encryption key is not in the key folder. Give the folder with"
                            + " --kek, or restore it; nothing was created.");
        }
    }

    /** A key-encryption key was found, but it is damaged or not the one that wrapped the keys. */
    public static final class KekWrong extends VaultException {
        private static final long serialVersionUID = 1L;

        public KekWrong() {
            super(
                    "vault.kek-wrong",
                    "The key-encryption key in the key folder is damaged, or not the one of this vault. Give the folder"
                            + " that belongs to this data folder with --kek, or another copy of the key with"
                            + " quitclaim.vault.kek-copies; nothing was changed.");
        }
    }

    /** What is destroyed cannot leave the medium while something reads there; waiting for it is no failure. */
    public static final class ShredDelayed extends VaultException {
        private static final long serialVersionUID = 1L;

        public ShredDelayed(String file) {
            super(
                    "vault.shred-delayed",
                    "What was destroyed is still in the log of " + file
                            + ", because something is reading the file, such"
                            + " as a backup. It is tried again by itself; if it stays so, see what else has the file"
                            + " open.");
        }
    }

    /** The ledger at the backup target has a line that this installation did not write. */
    public static final class LedgerDamaged extends VaultException {
        private static final long serialVersionUID = 1L;

        public LedgerDamaged() {
            super(
                    "vault.ledger-damaged",
                    "The ledger at the backup target is damaged: a line of it was changed, repeated or removed, or"
                            + " written by somebody else. Without it somebody who was erased, or took consent back, could"
                            + " come back. Bring back the ledger as it was written; if this vault is whole, move the"
                            + " ledger away and it is written anew.");
        }
    }

    /** A folder of keys or backups serves another copy of this installation, whose keys a rotation here would destroy. */
    public static final class PlaceOfAnother extends VaultException {
        /** Also the reason of a gate that is closed for it. */
        public static final String CODE = "vault.place-of-another";

        private static final long serialVersionUID = 1L;

        public PlaceOfAnother(String place, String home, String machine) {
            super(
                    CODE,
                    "The folder " + place + " serves another copy of this installation: the one in " + home + " on "
                            + machine + ". Neither copy knows what people take back at the other, so this one serves"
                            + " nobody and destroys no keys; nothing was changed. If this copy is to go on instead of"
                            + " the other, stop both and run ./quitclaim take-over with the options of this one; the"
                            + " other cannot be used after that. To look something up in this copy, start it with"
                            + " copies of these folders.");
        }
    }

    /** The folder given as backup target is not the one used last: its medium is not there, or it is another. */
    public static final class BackupTargetAway extends VaultException {
        private static final long serialVersionUID = 1L;

        public BackupTargetAway(String given, String last, String why) {
            super(
                    "vault.backup-target-away",
                    "The backup target " + given + " is not the one that was used last (" + last + "): " + why
                            + ". Nothing is written there, and no epoch is retired, until it is back: connect its"
                            + " medium, or give its folder with --backup-target. If this one is to take its place for"
                            + " good, start or rotate once with --new-backup-target: the whole ledger is written there"
                            + " again.");
        }
    }

    /** The key service did not do what it was asked; nothing was assumed of what it might have done. */
    public static final class KeyServiceFailed extends VaultException {
        private static final long serialVersionUID = 1L;

        public KeyServiceFailed(KeyServiceProblem problem) {
            super(problem.code(), problem.advice());
        }

        public KeyServiceFailed(KeyServiceProblem problem, Throwable cause) {
            super(problem.code(), problem.advice(), cause);
        }
    }

    /** The keys that are published and those that sign are not the same. */
    public static final class SigningStopped extends VaultException {
        private static final long serialVersionUID = 1L;

        public SigningStopped() {
            super("vault.signing-stopped", "The published keys are not those that sign, so nothing is signed.");
        }
    }

    /** The file of sealed records is not a sound database. */
    public static final class RecordsDamaged extends VaultException {
        private static final long serialVersionUID = 1L;

        public RecordsDamaged(Throwable cause) {
            super(
                    "vault.records-damaged",
                    "records.db is damaged. Keep the data folder as it is, restore the last backup into a new folder"
                            + " with ./quitclaim restore, and look after the medium.",
                    cause);
        }
    }

    /** The file of wrapped keys is not a sound database: nothing in it is believed, and nothing is written to it. */
    public static final class KeysDamaged extends VaultException {
        private static final long serialVersionUID = 1L;

        public KeysDamaged() {
            super("vault.keys-damaged", DAMAGED);
        }

        public KeysDamaged(Throwable cause) {
            super("vault.keys-damaged", DAMAGED, cause);
        }

        private static final String DAMAGED =
                "keys.db is damaged. Nothing was written to it. Keep the data folder as it is, restore the last backup"
                        + " into a new folder with ./quitclaim restore, and look after the medium.";
    }
}
