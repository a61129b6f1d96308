package org.quitclaim.certificate.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Answers PDFBox with the font that its own jar brings. Its usual mapper reads every font of the machine and writes a
 * file into the home folder, for shapes that are not drawn here: a page names the standard fonts of PDF and is measured
 * with the tables for these.
 */
final class PlainFonts implements FontMapper {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;

    private PlainFonts() throws IOException {
        try (InputStream file = Objects.requireNonNull(FontMapper.class.getResourceAsStream(FONT))) {
            this.font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        }
    }

    /** Comes before anything else that PDFBox is asked. */
    static void use() {
        if (!Installed.DONE) {
            throw new IllegalStateException("initialised with its class");
        }
    }

    private static final class Installed {
        static final boolean DONE = install();

        private static boolean install() {
            try {
                FontMappers.set(new PlainFonts());
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String baseFont, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font, false);
    }

    @Override
    public @Nullable CIDFontMapping getCIDFont(
            String baseFont, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo info) {
        return null;
    }
}
