package org.quitclaim.face.image;

/** From a stored number to light, both 0..1. */
@FunctionalInterface
interface Transfer {
    double light(double stored);

    Transfer SRGB = v -> v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);

    /** SMPTE ST 2084, in which paper white (203 cd/m², ITU-R BT.2408) is as bright as a screen gets here. */
    Transfer PQ = v -> {
        double p = Math.pow(v, 1 / 78.84375);
        double light = Math.pow(Math.max(p - 0.8359375, 0) / (18.8515625 - 18.6875 * p), 1 / 0.1593017578125);
        return Math.min(1, light * 10_000 / 203);
    };

    /** ITU-R BT.2100, in which paper white is stored as 0.75. */
    Transfer HLG = v -> {
        double light = v <= 0.5 ? v * v / 3 : (Math.exp((v - 0.55991073) / 0.17883277) + 0.28466892) / 12;
        return Math.min(1, light / 0.26496256);
    };
}
