package org.quitclaim.command.mail;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.command.consent.ContactPoint;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server that letters are handed to.
 *
 * @param host of the SMTP server; none: nothing is mailed, and letters wait to be printed
 * @param port 587 with STARTTLS, 465 with TLS unless given
 * @param from the address that letters come from; it should name nobody and no group
 * @param security {@code STARTTLS} (refused where the server does not offer it), {@code TLS}, or {@code NONE}, which only
 *     a server on this very machine may be spoken to with
 * @param trust SHA-256 of the certificates of a server with one of its own making, separated by commas; then no other is
 *     taken, whoever vouches for it. Empty unless given
 * @param timeout for connecting, and for each answer; six times as long for all of them until the letter is handed over
 * @param forTaking for the answer to the end of a letter; no answer in time leaves it in doubt whether it was taken
 * @param firstWait after a failure that may pass; each wait is twice the one before
 * @param giveUpAfter counted from when the link was issued
 */
@ConfigurationProperties("quitclaim.mail")
public record MailSettings(
        @Nullable String host,
        @DefaultValue("0") int port,
        @Nullable String user,
        @Nullable String password,
        @Nullable String from,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("") String trust,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("2m") Duration forTaking,
        @DefaultValue("1m") Duration firstWait,
        @DefaultValue("3d") Duration giveUpAfter) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** How the connection to the mail server is protected. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    public MailSettings {
        if (host != null && !host.isBlank()) {
            if (from == null || ContactPoint.parse(from).isEmpty()) {
                throw new IllegalArgumentException("quitclaim.mail.from has to be the address that letters come from");
            }
            if (!pinned(trust).stream().allMatch(one -> DIGEST.matcher(one).matches())) {
                throw new IllegalArgumentException(
                        "quitclaim.mail.trust is the SHA-256 of the server's certificate, 64 hexadecimal digits; a name"
                                + " would trust whoever writes it into a certificate");
            }
            if (security == Security.NONE && !THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "quitclaim.mail.security=NONE is for a mail server on this very machine only");
            }
        }
        if (forTaking.isNegative() || forTaking.isZero()) {
            throw new IllegalArgumentException("quitclaim.mail.for-taking is longer than nothing");
        }
        if (timeout.isNegative() || timeout.isZero() || firstWait.isNegative() || firstWait.isZero()) {
            throw new IllegalArgumentException("quitclaim.mail.timeout and first-wait are longer than nothing");
        }
    }

    /** In small digits, without the colons that programs put between them. */
    Set<String> pinned() {
        return pinned(trust);
    }

    private static Set<String> pinned(String trust) {
        return Pattern.compile("[,\\s]+")
                .splitAsStream(trust.toLowerCase(Locale.ROOT).replace(":", ""))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isSetUp() {
        return host != null && !host.isBlank();
    }

    int portOrUsual() {
        return port != 0
                ? port
                : switch (security) {
                    case STARTTLS -> 587;
                    case TLS -> 465;
                    case NONE -> 25;
                };
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + "]";
    }
}
