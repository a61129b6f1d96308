package org.quitclaim.command.mail;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server answered to a recipient or to a letter, and whom that is about.
 *
 * <p><b>Source:</b> RFC 5321 section 4.2; RFC 3463 for the code with dots, which says more than the three digits: 1 is about
 * the mailbox, 7 about whether this installation may send.
 *
 * @param words as they came, with addresses in them: never to be shown
 */
record SmtpReply(int code, @Nullable String words) {
    /** At the beginning of the words, after the three digits where those are kept. */
    private static final Pattern ENHANCED =
            Pattern.compile("^\\s*(?:\\d{3}[ -])?\\s*([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    /** An order or its parameters not understood, credentials wanted, too weak or wrong, encryption wanted. */
    private static final Set<Integer> ABOUT_US =
            Set.of(500, 501, 502, 503, 504, 521, 523, 524, 525, 530, 534, 535, 538);

    /** Mail system (storage, being shut down), network and protocol, and what may be sent by whom. */
    private static final Set<String> SUBJECTS_ABOUT_US = Set.of("3", "4", "5", "7");

    /**
     * Whether nothing but another address or letter would help. What an administrator of either side can mend is not for good:
     * it is tried again, and given up in the end.
     */
    boolean isForGood() {
        if (code < 500 || code > 599 || ABOUT_US.contains(code)) {
            return false;
        }
        Matcher enhanced = ENHANCED.matcher(words == null ? "" : words);
        return !enhanced.find() || enhanced.group(1).equals("5") && !SUBJECTS_ABOUT_US.contains(enhanced.group(2));
    }

    @Override
    public String toString() {
        return "SmtpReply[" + code + "]";
    }
}
