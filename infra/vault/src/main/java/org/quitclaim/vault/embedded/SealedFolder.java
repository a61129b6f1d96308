package org.quitclaim.vault.embedded;

import org.quitclaim.domain.vault.RecordId;

/** Where sealed files lie within a data folder: in 32 subfolders by the first random character of their name. */
public final class SealedFolder {
    public static final String NAME = "sealed";

    private SealedFolder() {}

    /** The path of a sealed file within the folder of sealed files. */
    public static String pathOf(RecordId id) {
        return subfolder(id) + '/' + id.value();
    }

    static String subfolder(RecordId id) {
        return id.value().substring(RecordId.PREFIX.length(), RecordId.PREFIX.length() + 1);
    }
}
