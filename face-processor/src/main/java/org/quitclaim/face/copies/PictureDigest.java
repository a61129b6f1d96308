package org.quitclaim.face.copies;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * By what one picture is known again: the bytes of its file, its decoded pixels, what it looks like.
 *
 * <p><b>Shape</b>: the two digests are 32 bytes, made with a key that never leaves the installation.
 */
public record PictureDigest(Digest content, Digest pixels, Looks looks) {
    private static final byte FORM = 1;

    /** 256 bits that say whether two things are the same, and nothing else of them. */
    public record Digest(long first, long second, long third, long fourth) {
        /** How much one takes. */
        public static final int BYTES = 32;

        public static Digest of(byte[] bytes) {
            if (bytes.length != BYTES) {
                throw new IllegalArgumentException("a digest has " + BYTES + " bytes");
            }
            return read(ByteBuffer.wrap(bytes));
        }

        private static Digest read(ByteBuffer from) {
            return new Digest(from.getLong(), from.getLong(), from.getLong(), from.getLong());
        }

        private void write(ByteBuffer to) {
            to.putLong(first).putLong(second).putLong(third).putLong(fourth);
        }

        /** Without the bits: whoever logs it shows nothing. */
        @Override
        public String toString() {
            return "Digest";
        }
    }

    /** How it is sealed. */
    public byte[] bytes() {
        ByteBuffer to = ByteBuffer.allocate(2 + 2 * Digest.BYTES + looks.parts().size() * Likeness.BYTES);
        to.put(FORM);
        content.write(to);
        pixels.write(to);
        to.put((byte) looks.parts().size());
        looks.stream().forEach(part -> part.write(to));
        return to.array();
    }

    /** @throws IllegalArgumentException if these are not the bytes of one */
    public static PictureDigest read(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        if (bytes.length < 2 + 2 * Digest.BYTES || from.get() != FORM) {
            throw new IllegalArgumentException("not a picture's digest");
        }
        Digest content = Digest.read(from);
        Digest pixels = Digest.read(from);
        int parts = from.get();
        if (parts < 0 || from.remaining() != parts * Likeness.BYTES) {
            throw new IllegalArgumentException("not a picture's digest");
        }
        List<Likeness> looks = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            looks.add(Likeness.read(from));
        }
        return new PictureDigest(content, pixels, new Looks(looks));
    }
}
