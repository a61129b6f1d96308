package org.quitclaim.vault.remnant;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quitclaim.vault.Fingerprint;

/**
 * Fingerprints of names and addresses in the forms in which a careless store would hold them: UTF-8 and UTF-16,
 * composed and decomposed, in whatever case.
 *
 * <p>A name of four or five letters stands by chance in any large file, and a single word of six or seven ("Jackson") in any
 * log; these are looked for in quotation marks, as JSON and CSV hold them, and in UTF-16.
 *
 * <p>Not covered: still shorter names; a single part of a name, because it is a word of some language; compressed or encoded
 * forms.
 */
public final class NamePrints {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private static final int SHORTEST_WIDE = 4;

    private NamePrints() {}

    public static List<Fingerprint> of(String name) {
        Set<String> forms = new LinkedHashSet<>();
        for (Normalizer.Form form : List.of(Normalizer.Form.NFC, Normalizer.Form.NFD)) {
            String normal = Normalizer.normalize(name.strip(), form);
            forms.add(normal);
            forms.add(normal.toLowerCase(Locale.ROOT));
        }
        Set<Fingerprint> found = new LinkedHashSet<>();
        for (String form : forms) {
            for (Charset charset : CHARSETS) {
                byte[] bytes = asLookedFor(form, charset).getBytes(charset);
                if (bytes.length >= Fingerprint.SHORTEST_NAME && bytes.length <= Fingerprint.LONGEST) {
                    found.add(Fingerprint.of(Fingerprint.Kind.NAME, bytes));
                }
            }
        }
        return new ArrayList<>(found);
    }

    private static String asLookedFor(String form, Charset charset) {
        int shortest = charset != StandardCharsets.UTF_8
                ? SHORTEST_WIDE
                : form.indexOf(' ') > 0 ? Fingerprint.SHORTEST_NAME : Fingerprint.SHORTEST;
        return form.length() >= shortest ? form : '"' + form + '"';
    }
}
