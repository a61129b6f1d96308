package org.quitclaim.face.image;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An ICC profile for colours that a file describes without one, so that everything goes through one colour management.
 *
 * <p><b>Source</b>: ICC.1:2001-04 (version 2): matrix and curves, or one curve for grey.
 */
final class MadeProfile {
    private static final int HEADER = 128;
    private static final int POINTS = 4_096;
    private static final int MOST = 65_535;
    private static final double[] D50 = {0.9642, 1, 0.8249};
    private static final double[][] BRADFORD = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };

    private record Tag(String name, byte[] body) {}

    private MadeProfile() {}

    static ICC_Profile grey(Transfer curve) {
        return ICC_Profile.getInstance(
                assembled("GRAY", List.of(new Tag("wtpt", point(D50)), new Tag("kTRC", curve(curve)))));
    }

    /** Empty where these are no colours: two the same, or one without light. */
    static Optional<ICC_Profile> rgb(Primaries primaries, Transfer curve) {
        double[][] matrix = toD50(primaries);
        for (double[] row : matrix) {
            for (double value : row) {
                if (!(Math.abs(value) < 2)) {
                    return Optional.empty();
                }
            }
        }
        byte[] trc = curve(curve);
        return Colours.profile(assembled(
                "RGB ",
                List.of(
                        new Tag("wtpt", point(D50)),
                        new Tag("rXYZ", point(column(matrix, 0))),
                        new Tag("gXYZ", point(column(matrix, 1))),
                        new Tag("bXYZ", point(column(matrix, 2))),
                        new Tag("rTRC", trc),
                        new Tag("gTRC", trc),
                        new Tag("bTRC", trc))));
    }

    private static double[][] toD50(Primaries of) {
        double[][] colours =
                Matrix.ofColumns(of.red().xyz(), of.green().xyz(), of.blue().xyz());
        double[] shares = Matrix.times(Matrix.inverse(colours), of.white().xyz());
        double[][] toXyz = Matrix.times(colours, Matrix.diagonal(shares));
        double[] from = Matrix.times(BRADFORD, of.white().xyz());
        double[] to = Matrix.times(BRADFORD, D50);
        double[][] scaled = Matrix.diagonal(to[0] / from[0], to[1] / from[1], to[2] / from[2]);
        return Matrix.times(Matrix.times(Matrix.inverse(BRADFORD), Matrix.times(scaled, BRADFORD)), toXyz);
    }

    private static double[] column(double[][] matrix, int index) {
        return new double[] {matrix[0][index], matrix[1][index], matrix[2][index]};
    }

    private static byte[] curve(Transfer curve) {
        ByteBuffer body =
                ByteBuffer.allocate(12 + 2 * POINTS).put(ascii("curv")).putInt(8, POINTS);
        body.position(12);
        for (int i = 0; i < POINTS; i++) {
            body.putShort((short) Math.round(MOST * Math.clamp(curve.light((double) i / (POINTS - 1)), 0, 1)));
        }
        return body.array();
    }

    private static byte[] point(double[] xyz) {
        ByteBuffer body = ByteBuffer.allocate(20).put(ascii("XYZ ")).putInt(0);
        for (double value : xyz) {
            body.putInt((int) Math.round(value * 65_536));
        }
        return body.array();
    }

    private static byte[] assembled(String space, List<Tag> own) {
        List<Tag> tags = new ArrayList<>(own);
        tags.add(new Tag("cprt", ascii("text\0\0\0\0none\0\0\0\0")));
        tags.add(new Tag(
                "desc", ByteBuffer.allocate(96).put(ascii("desc")).putInt(8, 1).array()));
        int table = Integer.BYTES + 12 * tags.size();
        int size = HEADER
                + table
                + tags.stream().mapToInt(tag -> tag.body().length).sum();
        ByteBuffer profile = ByteBuffer.allocate(size).putInt(size);
        profile.put(8, new byte[] {2, 0x40})
                .put(12, ascii("mntr" + space + "XYZ "))
                .put(36, ascii("acsp"));
        profile.put(68, point(D50), 8, 12).position(HEADER).putInt(tags.size());
        int body = HEADER + table;
        for (Tag tag : tags) {
            profile.put(ascii(tag.name())).putInt(body).putInt(tag.body().length);
            body += tag.body().length;
        }
        tags.forEach(tag -> profile.put(tag.body()));
        return profile.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
