package org.quitclaim.face.image;

/**
 * The red, green, blue and white of a screen, as chromaticities (CIE 1931).
 *
 * <p><b>Source</b>: IEC 61966-2-1, SMPTE EG 432-1, ITU-R BT.2020.
 */
record Primaries(Point red, Point green, Point blue, Point white) {
    record Point(double x, double y) {
        double[] xyz() {
            return new double[] {x / y, 1, (1 - x - y) / y};
        }
    }

    private static final Point D65 = new Point(0.3127, 0.3290);

    static final Primaries SRGB =
            new Primaries(new Point(0.640, 0.330), new Point(0.300, 0.600), new Point(0.150, 0.060), D65);
    static final Primaries P3 =
            new Primaries(new Point(0.680, 0.320), new Point(0.265, 0.690), new Point(0.150, 0.060), D65);
    static final Primaries BT2020 =
            new Primaries(new Point(0.708, 0.292), new Point(0.170, 0.797), new Point(0.131, 0.046), D65);
}
