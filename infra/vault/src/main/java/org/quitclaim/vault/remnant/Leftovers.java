package org.quitclaim.vault.remnant;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.quitclaim.domain.erasure.Remnant;
import org.quitclaim.vault.Fingerprint;

/** Says whose the fingerprints are that were found. */
public final class Leftovers {
    private Leftovers() {}

    public static List<Leftover> of(List<DestroyedKey> erased, Set<Fingerprint> found, String store, String place) {
        if (found.isEmpty()) {
            return List.of();
        }
        return erased.stream()
                .flatMap(one -> kinds(one, found).stream()
                        .map(kind -> new Leftover(one.erasureCase(), store, place, what(kind))))
                .toList();
    }

    private static List<Fingerprint.Kind> kinds(DestroyedKey one, Collection<Fingerprint> found) {
        return one.fingerprints().stream()
                .filter(found::contains)
                .map(Fingerprint::kind)
                .distinct()
                .toList();
    }

    private static Remnant what(Fingerprint.Kind kind) {
        return switch (kind) {
            case KEY -> Remnant.KEY;
            case CIPHERTEXT -> Remnant.CIPHERTEXT;
            case NAME -> Remnant.NAME;
        };
    }
}
