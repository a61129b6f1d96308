package org.quitclaim.domain.erasure;

import java.util.regex.Pattern;

/**
 * The stable name of a store that a search looks at.
 *
 * <p><b>Shape:</b> a code of lower-case letters and hyphens, at most 40; never a path, which could hold a name.
 */
public record StoreCode(String code) {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z-]{0,39}");

    public StoreCode {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("a store is named by lower-case letters and hyphens");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
