package org.quitclaim.vault.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.quitclaim.vault.storage.Kek;

/** What everything begins with that a key-encryption key wrapped. */
final class MarkOf {
    private MarkOf() {}

    static byte[] kek(Path file) throws IOException {
        try {
            return Kek.parse(Files.readAllBytes(file)).wrap(new byte[0], new byte[0]);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** How often it stands in the store of keys and its log. */
    static int countIn(Path data, byte[] mark) throws IOException {
        int found = 0;
        String needle = new String(mark, StandardCharsets.ISO_8859_1);
        for (String name : List.of("keys.db", "keys.db-wal")) {
            if (Files.exists(data.resolve(name))) {
                String haystack = Files.readString(data.resolve(name), StandardCharsets.ISO_8859_1);
                for (int at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
                    found++;
                }
            }
        }
        return found;
    }
}
