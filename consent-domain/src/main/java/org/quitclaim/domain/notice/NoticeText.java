package org.quitclaim.domain.notice;

import java.util.Set;
import java.util.regex.Pattern;
import org.quitclaim.domain.Ordered;
import org.quitclaim.domain.vault.RecordId;

/**
 * One language of a notice: where its sealed text lies and what its bytes hash to.
 *
 * @param language IETF tag in lower case, such as {@code nl}
 * @param text the sealed text
 * @param sha256 of the text's UTF-8 bytes, 64 lower-case hex digits; a notice is nobody's personal data
 * @param covers the elements the text has a section for
 */
public record NoticeText(String language, RecordId text, String sha256, Set<NoticeElement> covers) {
    private static final Pattern TAG = Pattern.compile("[a-z]{2}(-[a-z0-9]{2,8})?");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public NoticeText {
        if (!TAG.matcher(language).matches() || !SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a notice text names its language and the SHA-256 of its bytes");
        }
        covers = Ordered.set(covers);
    }
}
