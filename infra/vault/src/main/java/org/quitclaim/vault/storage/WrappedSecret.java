package org.quitclaim.vault.storage;

import org.quitclaim.vault.Epoch;

/** A secret of the installation itself, encrypted under the key of an epoch. */
public record WrappedSecret(Epoch epoch, byte[] bytes) {
    @Override
    public String toString() {
        return "WrappedSecret[" + epoch + "]";
    }
}
