package org.quitclaim.vault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Content in the clear, on its way into the vault or out of it.
 *
 * <p><b>Guarantees:</b> {@link #toString} shows nothing but the length; there is no serial form. Not guaranteed: that no
 * copy stays on the heap; {@link #wipe} overwrites this instance's bytes only.
 *
 * <p><b>Thread-safety:</b> safe to read from several threads until wiped.
 */
public final class Plaintext {
    private final byte[] bytes;

    private Plaintext(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes a copy of {@code bytes}. */
    public static Plaintext of(byte[] bytes) {
        return new Plaintext(bytes.clone());
    }

    public static Plaintext of(String text) {
        return new Plaintext(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes over {@code bytes} without copying; the caller forgets them. For images, which are large. */
    public static Plaintext owning(byte[] bytes) {
        return new Plaintext(bytes);
    }

    /** The content itself, not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public void wipe() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "Plaintext[" + bytes.length + " bytes]";
    }
}
