package org.quitclaim.vault.sweep;

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
 * <p>Not covered: what takes fewer than eight bytes, because that stands by chance in any file; a single part of a name,
 * because it is a word of some language; compressed or encoded forms.
 */
public final class NamePrints {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

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
                byte[] bytes = form.getBytes(charset);
                if (form.length() >= Fingerprint.SHORTEST && bytes.length <= Fingerprint.LONGEST) {
                    found.add(Fingerprint.of(Fingerprint.Kind.NAME, bytes));
                }
            }
        }
        return new ArrayList<>(found);
    }
}
