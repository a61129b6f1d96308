package org.quitclaim.certificate.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.font.encoding.WinAnsiEncoding;

/** Breaks text into lines that fit. */
final class Lines {
    private Lines() {}

    static List<String> of(String text, Face face, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words(text, face, size, width)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, face, size) <= width) {
                line = new StringBuilder(longer);
            } else {
                lines.add(line.toString());
                line = new StringBuilder(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    /** A word that is wider than a line is cut where the line ends. */
    private static List<String> words(String text, Face face, float size, float width) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : text.split(" ")) {
            String rest = word;
            for (int fits = fitting(rest, face, size, width);
                    fits < rest.length();
                    fits = fitting(rest, face, size, width)) {
                words.add(rest.substring(0, fits));
                rest = rest.substring(fits);
            }
            words.add(rest);
        }
        return words;
    }

    /** How many characters of a word fit, at least one; looks no further than that, since a forged word may be endless. */
    private static int fitting(String word, Face face, float size, float width) throws IOException {
        float used = 0;
        int at = 0;
        while (at < word.length()) {
            int next = word.offsetByCodePoints(at, 1);
            used += width(word.substring(at, next), face, size);
            if (used > width && at > 0) {
                return at;
            }
            at = next;
        }
        return at;
    }

    static float width(String text, Face face, float size) throws IOException {
        return face.font().getStringWidth(printable(text)) / 1000 * size;
    }

    /** What the standard fonts cannot show becomes a question mark: the words never need it, a forged value might. */
    static String printable(String text) {
        return text.codePoints()
                .mapToObj(point -> WinAnsiEncoding.INSTANCE.contains(
                                GlyphList.getAdobeGlyphList().codePointToName(point))
                        ? Character.toString(point)
                        : "?")
                .collect(Collectors.joining());
    }
}
