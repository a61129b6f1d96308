package org.quitclaim.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import org.quitclaim.domain.vault.RecordId;

/**
 * Makes opaque ids.
 *
 * <p><b>Shape:</b> the prefix and 26 characters of the RFC 4648 base32 alphabet in lower case, 128 bits, most significant
 * first; the last character carries three bits.
 *
 * <p><b>Guarantees:</b> random ids come from {@link SecureRandom}. {@link #fromMac} is for ids that a repeated request must
 * arrive at again; its input is a keyed digest, never a plain one.
 */
public final class IdMint {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int ID_BYTES = 16;
    private static final int BODY_LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private IdMint() {}

    public static RecordId recordId() {
        return mint(RecordId.PREFIX, RecordId::new);
    }

    /** A new random id, such as {@code mint(PhotoId.PREFIX, PhotoId::new)}. */
    public static <T> T mint(String prefix, Function<String, T> constructor) {
        byte[] bits = new byte[ID_BYTES];
        RANDOM.nextBytes(bits);
        return constructor.apply(prefix + base32(bits));
    }

    /** The id that the first 128 bits of a keyed digest spell. */
    public static <T> T fromMac(byte[] mac, String prefix, Function<String, T> constructor) {
        if (mac.length < ID_BYTES) {
            throw new IllegalArgumentException("an id needs at least " + ID_BYTES + " bytes of a keyed digest");
        }
        return constructor.apply(prefix + base32(Arrays.copyOf(mac, ID_BYTES)));
    }

    private static String base32(byte[] bits) {
        StringBuilder text = new StringBuilder(BODY_LENGTH);
        int held = 0;
        int heldBits = 0;
        for (byte next : bits) {
            held = held << 8 | (next & 0xff);
            heldBits += 8;
            while (heldBits >= 5) {
                heldBits -= 5;
                text.append(ALPHABET.charAt(held >>> heldBits & 31));
            }
            held &= (1 << heldBits) - 1;
        }
        return text.append(ALPHABET.charAt(held << (5 - heldBits) & 31)).toString();
    }
}
