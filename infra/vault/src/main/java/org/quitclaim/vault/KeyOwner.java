package org.quitclaim.vault;

import java.util.regex.Pattern;
import org.quitclaim.domain.OpaqueId;

/**
 * Whom or what a data key belongs to: the value of any {@link OpaqueId}.
 *
 * <p><b>Shape:</b> always {@value #LENGTH} ASCII characters, so that rows of the key store have one length.
 */
public record KeyOwner(String value) {
    public static final int LENGTH = 30;
    private static final Pattern FORM = Pattern.compile("[a-z]{3}_[a-z2-7]{26}");

    public KeyOwner {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a key owner is an opaque id: three letters, _, 26 characters a-z or 2-7");
        }
    }

    public static KeyOwner of(OpaqueId id) {
        return new KeyOwner(id.value());
    }

    @Override
    public String toString() {
        return value;
    }
}
