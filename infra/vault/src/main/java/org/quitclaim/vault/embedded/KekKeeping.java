package org.quitclaim.vault.embedded;

import org.quitclaim.vault.storage.KekProtection;

/** Who keeps the key-encryption keys of an embedded vault. */
public sealed interface KekKeeping {
    /** We do, as files in the registered folders, with or without a key service over them. */
    record InFolders(KekProtection protection) implements KekKeeping {}

    /** The platform does: it mounts the key folder, which is only read. */
    record Mounted() implements KekKeeping {}

    /** Files that protect themselves by lying elsewhere. */
    KekKeeping PLAIN = new InFolders(KekProtection.NONE);
}
