package org.quitclaim.face.copies;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.face.copies.PictureDigest.Digest;

/**
 * All of it in memory, nothing on a disk.
 *
 * <p><b>Shape</b>: every picture is held against all others, 17 comparisons of 256 bits each.
 *
 * <p><b>Thread-safety</b>: safe; questions run side by side, changes alone.
 */
public final class CopiesInMemory implements CopyIndex {
    private static final Comparator<PhotoId> BY_ID = Comparator.comparing(PhotoId::value);

    private final VersionsInMemory versions = new VersionsInMemory();
    private final Map<PhotoId, Known> photos = new HashMap<>();
    private final Map<Digest, Set<PhotoId>> contents = new HashMap<>();
    private final Map<Digest, Set<PhotoId>> pixels = new HashMap<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private record Known(int generation, PictureDigest digest) {}

    private record Alike(PhotoId photo, int distance) {}

    @Override
    public void put(PhotoId photo, int generation, PictureDigest digest) {
        changing(() -> {
            Known before = photos.get(photo);
            if (before == null || before.generation() <= generation) {
                drop(photo);
                photos.put(photo, new Known(generation, digest));
                contents.computeIfAbsent(digest.content(), any -> new TreeSet<>(BY_ID))
                        .add(photo);
                pixels.computeIfAbsent(digest.pixels(), any -> new TreeSet<>(BY_ID))
                        .add(photo);
            }
        });
    }

    @Override
    public void forget(PhotoId photo, int generation) {
        changing(() -> {
            Known known = photos.get(photo);
            if (known != null && known.generation() <= generation) {
                drop(photo);
            }
            versions.forget(photo, generation);
        });
    }

    @Override
    public void put(Version version, int generation, PictureDigest digest) {
        changing(() -> versions.put(version, generation, digest));
    }

    @Override
    public List<Version> sameVersion(PictureDigest digest) {
        return reading(() -> versions.same(digest));
    }

    @Override
    public List<Version> alikeVersions(PictureDigest digest, int most) {
        return reading(() -> versions.alike(digest, most));
    }

    private void drop(PhotoId photo) {
        Known known = photos.remove(photo);
        if (known != null) {
            without(contents, known.digest().content(), photo);
            without(pixels, known.digest().pixels(), photo);
        }
    }

    private static void without(Map<Digest, Set<PhotoId>> from, Digest digest, PhotoId photo) {
        from.computeIfPresent(digest, (same, those) -> {
            those.remove(photo);
            return those.isEmpty() ? null : those;
        });
    }

    @Override
    public Optional<PictureDigest> of(PhotoId photo) {
        return reading(() -> Optional.ofNullable(photos.get(photo)).map(Known::digest));
    }

    @Override
    public List<PhotoId> sameFile(Digest content) {
        return reading(() -> List.copyOf(contents.getOrDefault(content, Set.of())));
    }

    @Override
    public List<PhotoId> samePicture(PictureDigest digest) {
        return reading(() -> Stream.concat(
                        contents.getOrDefault(digest.content(), Set.of()).stream(),
                        pixels.getOrDefault(digest.pixels(), Set.of()).stream())
                .distinct()
                .sorted(BY_ID)
                .toList());
    }

    @Override
    public List<PhotoId> alike(PictureDigest digest, int most) {
        return reading(() -> photos.entrySet().stream()
                .filter(one -> !one.getValue().digest().content().equals(digest.content())
                        && !one.getValue().digest().pixels().equals(digest.pixels()))
                .map(one ->
                        new Alike(one.getKey(), one.getValue().digest().looks().distance(digest.looks())))
                .filter(one -> one.distance() <= Looks.MOST_DIFFERENT_BITS)
                .sorted(Comparator.comparingInt(Alike::distance).thenComparing(Alike::photo, BY_ID))
                .limit(most)
                .map(Alike::photo)
                .toList());
    }

    @Override
    public int size() {
        return reading(photos::size);
    }

    private <T> T reading(Supplier<T> question) {
        lock.readLock().lock();
        try {
            return question.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void changing(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
