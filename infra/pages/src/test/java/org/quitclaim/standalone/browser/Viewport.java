package org.quitclaim.standalone.browser;

import java.util.Map;

/** The screen that somebody looks at; pixels are CSS pixels. */
public enum Viewport {
    DESK(1280, 800, false),
    PHONE(390, 844, true),
    /** The narrowest on which everything has to be reached without moving sideways. Source: WCAG 2.2, 1.4.10. */
    SMALL(320, 640, true);

    private final int width;
    private final int height;
    private final boolean touch;

    Viewport(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    public int width() {
        return width;
    }

    boolean touch() {
        return touch;
    }

    Map<String, Object> metrics() {
        return Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", touch);
    }
}
