package org.quitclaim.command.vault;

import org.quitclaim.vault.VaultException;

/** The vault could not do what a command needs; nothing was recorded. Carries the vault's stable code. */
public final class VaultUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    public VaultUnavailable(VaultException cause) {
        super(cause.code(), cause);
        this.code = cause.code();
    }

    public String code() {
        return code;
    }
}
