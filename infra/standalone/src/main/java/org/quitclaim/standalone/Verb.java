package org.quitclaim.standalone;

import java.io.IOException;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.backup.BackupRefused;

/**
 * A verb of the launcher. What it takes is told once, by the annotations of the class: how it is called, its help, and what
 * is wrong with a call all follow from them.
 */
public interface Verb {
    /** What was given of the installation it works on. */
    Options options();

    /** @return the exit code, or a negative number when a server goes on running */
    int run(Console console) throws IOException, VaultException, BackupRefused, InterruptedException;

    /** Whether it finds nothing to do without an installation: a folder that was mistyped is refused, not filled. */
    default boolean needsInstallation() {
        return false;
    }

    /** Whether it makes an installation where there is none. */
    default boolean founds() {
        return false;
    }
}
