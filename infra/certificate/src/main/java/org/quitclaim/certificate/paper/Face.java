package org.quitclaim.certificate.paper;

import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** The typefaces of a page: three of the standard ones that every reader of PDF has. */
enum Face {
    PLAIN(FontName.HELVETICA),
    BOLD(FontName.HELVETICA_BOLD),
    FIXED(FontName.COURIER);

    private final PDFont font;

    Face(FontName name) {
        PlainFonts.use();
        this.font = new PDType1Font(name);
    }

    PDFont font() {
        return font;
    }
}
