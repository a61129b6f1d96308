package org.quitclaim.face.image;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** What a PNG says about its colours. Source: W3C PNG (third edition), sections 4.3 and 11.3.2. */
final class PngColours {
    private static final int SIGNATURE = 8;
    private static final int CHUNK_HEADER = 8;
    private static final int CHECKSUM = 4;
    private static final int LONGEST_NAME = 79;
    private static final int NUMBERS = 8;
    private static final double SCALE = 100_000;
    private static final int COLOUR_TYPE = 25;
    private static final int COLOURED = 2;
    private static final String PIXELS = "IDAT";

    private PngColours() {}

    static Optional<ICC_Profile> in(byte[] file) {
        Map<String, ByteBuffer> chunks = beforePixels(file);
        boolean isGrey = file.length > COLOUR_TYPE && (file[COLOUR_TYPE] & COLOURED) == 0;
        ByteBuffer codes = chunks.get("cICP");
        if (codes != null && codes.limit() >= 4) {
            return CodedColours.profile(codes.get(0) & 0xFF, codes.get(1) & 0xFF, isGrey);
        }
        Optional<ICC_Profile> embedded = Optional.ofNullable(chunks.get("iCCP")).flatMap(PngColours::unpacked);
        if (embedded.isPresent() || chunks.containsKey("sRGB")) {
            return embedded;
        }
        return Optional.ofNullable(chunks.get("gAMA"))
                .filter(gamma -> gamma.limit() >= Integer.BYTES && gamma.getInt(0) > 0)
                .map(gamma -> SCALE / gamma.getInt(0))
                .flatMap(exponent -> ofGamma(exponent, chunks.get("cHRM"), isGrey));
    }

    private static Optional<ICC_Profile> ofGamma(double exponent, @Nullable ByteBuffer points, boolean isGrey) {
        Transfer curve = value -> Math.pow(value, exponent);
        if (isGrey) {
            return Optional.of(MadeProfile.grey(curve));
        }
        Primaries primaries = points == null || points.limit() < NUMBERS * Integer.BYTES
                ? Primaries.SRGB
                : new Primaries(point(points, 1), point(points, 2), point(points, 3), point(points, 0));
        return MadeProfile.rgb(primaries, curve);
    }

    private static Primaries.Point point(ByteBuffer points, int index) {
        int at = 2 * Integer.BYTES * index;
        return new Primaries.Point(points.getInt(at) / SCALE, points.getInt(at + Integer.BYTES) / SCALE);
    }

    private static Map<String, ByteBuffer> beforePixels(byte[] file) {
        Map<String, ByteBuffer> found = new HashMap<>();
        ByteBuffer data = ByteBuffer.wrap(file);
        long at = SIGNATURE;
        while (at + CHUNK_HEADER <= file.length) {
            long length = Integer.toUnsignedLong(data.getInt((int) at));
            String type = new String(file, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals(PIXELS) || at + CHUNK_HEADER + length > file.length) {
                return found;
            }
            found.putIfAbsent(type, data.slice((int) at + CHUNK_HEADER, (int) length));
            at += CHUNK_HEADER + length + CHECKSUM;
        }
        return found;
    }

    /** A name, a zero, the method of compression (0), and then the profile. */
    private static Optional<ICC_Profile> unpacked(ByteBuffer chunk) {
        int name = 0;
        while (name < Math.min(chunk.limit(), LONGEST_NAME + 1) && chunk.get(name) != 0) {
            name++;
        }
        if (name + 2 >= chunk.limit()) {
            return Optional.empty();
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(chunk.slice(name + 2, chunk.limit() - name - 2));
            return inflated(inflater).flatMap(Colours::profile);
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    /** The first bytes of a profile say how long it is; no more is unpacked. */
    private static Optional<byte[]> inflated(Inflater inflater) throws DataFormatException {
        byte[] length = new byte[Integer.BYTES];
        if (inflater.inflate(length) < length.length) {
            return Optional.empty();
        }
        long said = Integer.toUnsignedLong(ByteBuffer.wrap(length).getInt());
        if (said < 128 || said > Colours.MOST_BYTES) {
            return Optional.empty();
        }
        byte[] profile = new byte[(int) said];
        System.arraycopy(length, 0, profile, 0, length.length);
        int filled = length.length;
        while (filled < profile.length) {
            int more = inflater.inflate(profile, filled, profile.length - filled);
            if (more == 0) {
                return Optional.empty();
            }
            filled += more;
        }
        return Optional.of(profile);
    }
}
