package org.quitclaim.certificate.paper;

import java.awt.Color;
import java.io.IOException;

/** Writes downwards between two margins. */
final class Column {
    static final Color INK = new Color(0x1d2733);
    static final Color QUIET = new Color(0x5c6875);
    static final Color ACCENT = new Color(0x0f5c63);

    private final Sheet sheet;
    private final float x;
    private final float width;
    private float y;

    Column(Sheet sheet, float x, float width, float top) {
        this.sheet = sheet;
        this.x = x;
        this.width = width;
        this.y = top;
    }

    float bottom() {
        return y;
    }

    void skip(float points) {
        y -= points;
    }

    void paragraph(String text, Face face, float size, Color ink) throws IOException {
        write(text, face, size, ink, 0);
    }

    void bullet(String text, float size) throws IOException {
        sheet.text("\u2022", Face.PLAIN, size, ACCENT, x, y - size);
        write(text, Face.PLAIN, size, INK, size);
    }

    /** A small quiet heading, then what belongs to it. */
    void heading(String text) throws IOException {
        skip(5);
        write(text, Face.BOLD, 7, QUIET, 0);
        skip(0.5f);
    }

    private void write(String text, Face face, float size, Color ink, float indent) throws IOException {
        for (String line : Lines.of(text, face, size, width - indent)) {
            sheet.text(line, face, size, ink, x + indent, y - size);
            y -= size * 1.28f;
        }
    }
}
