package org.quitclaim.vault.backup;

/**
 * Why a backup was not taken or not restored, with what to do about it.
 *
 * <p><b>Guarantees:</b> the code is stable; the text holds no personal data; what was there before is untouched.
 */
public final class BackupRefused extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;

    BackupRefused(String code, String text) {
        super(text);
        this.code = code;
    }

    BackupRefused(String code, String text, Throwable cause) {
        super(text, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
