package org.quitclaim.drawn;

import java.awt.Color;

/** The tones of a skin from shadow to light, with the colour of its lines and its blush. */
record Skin(Color dark, Color base, Color light, Color line, Color blush) {

    static Skin of(int dark, int base, int light, int line, int blush) {
        return new Skin(new Color(dark), new Color(base), new Color(light), new Color(line), new Color(blush));
    }
}
