package org.quitclaim.drawn;

import java.awt.Color;

/** Arithmetic on colours. */
final class Tone {
    private Tone() {}

    static Color alpha(Color color, double alpha) {
        return new Color(
                color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * Math.clamp(alpha, 0, 1)));
    }

    static Color mix(Color a, Color b, double share) {
        double t = Math.clamp(share, 0, 1);
        return new Color(
                between(a.getRed(), b.getRed(), t),
                between(a.getGreen(), b.getGreen(), t),
                between(a.getBlue(), b.getBlue(), t));
    }

    static Color darker(Color color, double share) {
        return mix(color, Color.BLACK, share);
    }

    static Color lighter(Color color, double share) {
        return mix(color, Color.WHITE, share);
    }

    private static int between(int a, int b, double t) {
        return (int) Math.round(a + (b - a) * t);
    }
}
