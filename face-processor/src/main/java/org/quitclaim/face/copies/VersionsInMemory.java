package org.quitclaim.face.copies;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.face.copies.CopyIndex.Version;

/** What is known of the versions of photos. Not safe for threads by itself. */
final class VersionsInMemory {
    private final Map<Version, Known> known = new HashMap<>();

    private record Known(int generation, PictureDigest digest) {
        boolean isSame(PictureDigest other) {
            return digest.content().equals(other.content()) || digest.pixels().equals(other.pixels());
        }
    }

    private record Alike(Version version, int distance) {}

    void put(Version version, int generation, PictureDigest digest) {
        known.merge(
                version,
                new Known(generation, digest),
                (before, now) -> before.generation() > now.generation() ? before : now);
    }

    void forget(PhotoId photo, int generation) {
        known.entrySet()
                .removeIf(one ->
                        one.getKey().photo().equals(photo) && one.getValue().generation() <= generation);
    }

    List<Version> same(PictureDigest digest) {
        return known.entrySet().stream()
                .filter(one -> one.getValue().isSame(digest))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(one -> one.rendition().value()))
                .toList();
    }

    List<Version> alike(PictureDigest digest, int most) {
        return known.entrySet().stream()
                .filter(one -> !one.getValue().isSame(digest))
                .map(one ->
                        new Alike(one.getKey(), one.getValue().digest().looks().distance(digest.looks())))
                .filter(one -> one.distance() <= Looks.MOST_DIFFERENT_BITS)
                .sorted(Comparator.comparingInt(Alike::distance)
                        .thenComparing(one -> one.version().rendition().value()))
                .limit(most)
                .map(Alike::version)
                .toList();
    }
}
