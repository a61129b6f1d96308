package org.quitclaim.certificate.paper;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** The typefaces of a page: three of the standard ones that every reader of PDF has. */
enum Face {
    PLAIN(FontName.HELVETICA),
    BOLD(FontName.HELVETICA_BOLD),
    FIXED(FontName.COURIER);

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final PDFont font;

    Face(FontName name) {
        PlainFonts.use();
        this.font = new PDType1Font(name);
    }

    /** With a question mark for every sign that the standard fonts lack. */
    static String printable(String text) {
        CharsetEncoder latin = WINDOWS.newEncoder();
        StringBuilder printed = new StringBuilder();
        text.codePoints()
                .mapToObj(Character::toString)
                .map(sign -> latin.canEncode(sign) && !Character.isISOControl(sign.codePointAt(0)) ? sign : "?")
                .forEach(printed::append);
        return printed.toString();
    }

    PDFont font() {
        return font;
    }
}
