package org.quitclaim.certificate.paper;

import java.awt.Color;
import java.io.IOException;

/** Writes downwards between two margins, and goes on at the top of the next page where one is full. */
final class Column {
    static final Color INK = new Color(0x1d2733);
    static final Color QUIET = new Color(0x5c6875);
    static final Color ACCENT = new Color(0x0f5c63);
    private static final float LEADING = 1.28f;
    private static final float BOTTOM = 36;
    private static final float LINES_BELOW_HEADING = 3;

    private final Sheet sheet;
    private final float x;
    private final float width;
    private final float top;
    private int page;
    private float y;

    Column(Sheet sheet, float x, float width, float top) {
        this.sheet = sheet;
        this.x = x;
        this.width = width;
        this.top = top;
        this.y = top;
    }

    /** A further column, which begins where the lower one of two ends. */
    static Column below(Column one, Column other, float x, float width) {
        Column lower = one.page > other.page || (one.page == other.page && one.y < other.y) ? one : other;
        Column next = new Column(lower.sheet, x, width, lower.top);
        next.page = lower.page;
        next.y = lower.y;
        return next;
    }

    /** A column at this height, further right. */
    Column beside(float indent) {
        return below(this, this, x + indent, width - indent);
    }

    float bottom() {
        return y;
    }

    void skip(float points) {
        y -= points;
    }

    /** Goes on to the next page unless so much fits onto this one. */
    void keep(float points) {
        if (y - points < BOTTOM && y < top) {
            page++;
            y = top;
        }
    }

    /** A line from one margin to the other. */
    void rule() throws IOException {
        sheet.box(page, new Color(0xd5dbe1), x, y, width, 0.7f);
    }

    void qrCode(String address, float size) throws IOException {
        QrCode.draw(sheet, page, address, x, y - size, size);
    }

    void paragraph(String text, Face face, float size, Color ink) throws IOException {
        write(text, face, size, ink, 0);
    }

    void bullet(String text, float size) throws IOException {
        keep(size * LEADING);
        sheet.text(page, "\u2022", Face.PLAIN, size, ACCENT, x, y - size);
        write(text, Face.PLAIN, size, INK, size);
    }

    /** A small quiet heading, then what belongs to it. */
    void heading(String text) throws IOException {
        keep(5 + LINES_BELOW_HEADING * Sheet.SMALLEST * LEADING);
        skip(5);
        write(text, Face.BOLD, Sheet.SMALLEST, QUIET, 0);
        skip(0.5f);
    }

    private void write(String text, Face face, float size, Color ink, float indent) throws IOException {
        for (String line : Lines.of(text, face, size, width - indent)) {
            keep(size * LEADING);
            sheet.text(page, line, face, size, ink, x + indent, y - size);
            y -= size * LEADING;
        }
    }
}
