package org.quitclaim.access.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.quitclaim.access.CreationBits;
import org.quitclaim.access.problem.AccessRejection;
import org.quitclaim.access.problem.RejectedException;

/**
 * A password in the clear, on its way to being hashed or shown once.
 *
 * <p><b>Guarantees:</b> {@link #toString} shows nothing. Not guaranteed: that no copy stays on the heap.
 */
public record Password(String value) {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    /** Fewer are a key held down. */
    static final int DIFFERENT = 5;
    /** No characters that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final Pattern JOINS = Pattern.compile("[-\\s]");
    private static final int RANDOM_LENGTH = 24;

    /** 24 characters in groups of six, 118 bits. */
    public static Password random() {
        return of(CreationBits.random().of("password"));
    }

    /** One character for each byte: a byte is no multiple of the alphabet, which costs a hundredth of a bit in all. */
    public static Password of(byte[] bits) {
        return of(bits, RANDOM_LENGTH);
    }

    /** 12 characters in groups of six, 59 bits. */
    static Password half(byte[] bits) {
        return of(bits, RANDOM_LENGTH / 2);
    }

    private static Password of(byte[] bits, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(i > 0 && i % 6 == 0 ? "-" : "")
                    .append(ALPHABET.charAt(Byte.toUnsignedInt(bits[i]) % ALPHABET.length()));
        }
        return new Password(text.toString());
    }

    /**
     * Accepts a password that somebody chose.
     *
     * <p><b>Source:</b> NIST SP 800-63B section 3.1.1: length, no rules about kinds of characters.
     *
     * @throws RejectedException with {@code access.weak-password}, or {@code access.monotonous-password} for one of few
     *     different characters
     */
    Password requireUsableFor(LoginName login) {
        int length = value.codePointCount(0, value.length());
        if (length < SHORTEST || length > LONGEST || value.equalsIgnoreCase(login.value())) {
            throw new RejectedException(AccessRejection.WEAK_PASSWORD);
        }
        if (value.codePoints().distinct().count() < DIFFERENT) {
            throw new RejectedException(AccessRejection.MONOTONOUS_PASSWORD);
        }
        return this;
    }

    /**
     * The same one-time password, however its groups and halves are joined: with a hyphen, a space or nothing. Only for
     * what {@link #random} and {@link #half} made, whose hyphens and lower case carry nothing.
     */
    Password unjoined() {
        return new Password(JOINS.matcher(value).replaceAll("").toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
