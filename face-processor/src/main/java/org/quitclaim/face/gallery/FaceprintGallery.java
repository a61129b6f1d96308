package org.quitclaim.face.gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.face.embed.ProbeVector;

/**
 * The faceprints of enrolled persons, in memory only.
 *
 * <p><b>Guarantees</b>: search is exact; a person may have several vectors, of which the nearest counts; once
 * {@link #remove} has returned, the person's vectors are overwritten in every form and no search that ends later names the person.
 *
 * <p><b>Shape</b>: outside the heap, per vector {@code float[dimension]}, a byte per dimension for a first look and 12 bytes: 652
 * bytes for 128 dimensions.
 *
 * <p><b>Thread-safety</b>: safe; searches run side by side, changes alone.
 */
public final class FaceprintGallery implements AutoCloseable {

    private final int dimension;
    private final Arena arena;
    private final List<GalleryBlock> blocks = new ArrayList<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<PersonId, Owner> owners = new HashMap<>();

    private int lastBlock = -1;
    private long version;

    @SuppressWarnings("MustBeClosed") // close() does
    public FaceprintGallery(int dimension) {
        this(dimension, Arena.ofShared());
    }

    /** Closes the arena with itself. */
    FaceprintGallery(int dimension, Arena arena) {
        this.dimension = dimension;
        this.arena = arena;
    }

    /** Counts changes, from 0; a recognition run records it. */
    public GalleryVersion version() {
        return reading(() -> new GalleryVersion(version));
    }

    /** How many vectors there are. */
    public int size() {
        return reading(() -> blocks.stream().mapToInt(GalleryBlock::size).sum());
    }

    /** Copies the vector. */
    public void add(PersonId person, ProbeVector vector) {
        if (vector.dimension() != dimension) {
            throw new IllegalArgumentException("The vector comes from another model pack");
        }
        lock.writeLock().lock();
        try {
            GalleryBlock block = blockWithRoom();
            Owner owner = owners.computeIfAbsent(person, Owner::new);
            owner.add(lastBlock * GalleryBlock.CAPACITY + block.size());
            block.append(owner, vector.view());
            version++;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Overwrites all vectors of the person; answers how many there were. */
    public int remove(PersonId person) {
        lock.writeLock().lock();
        try {
            Owner owner = owners.remove(person);
            int removed = owner == null ? 0 : removeAllOf(owner);
            version += removed > 0 ? 1 : 0;
            return removed;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Whether any vector of the person is here: looked for among the vectors themselves. */
    public boolean holds(PersonId person) {
        return reading(() -> blocks.stream()
                .anyMatch(block -> IntStream.range(0, block.size())
                        .anyMatch(column -> block.owner(column).person().equals(person))));
    }

    /** The nearest of all persons. */
    public GalleryAnswer nearest(ProbeVector probe) {
        return reading(() -> scan(probe, null));
    }

    /** The nearest among the candidates only; an empty set has nobody. */
    public GalleryAnswer nearest(ProbeVector probe, Set<PersonId> candidates) {
        return reading(() -> scan(probe, candidates));
    }

    private GalleryAnswer scan(ProbeVector probe, @Nullable Set<PersonId> candidates) {
        GalleryScan scan = new GalleryScan(probe.view().toArray(ValueLayout.JAVA_FLOAT), filled());
        try {
            return candidates == null ? scan.all(owners.size()) : among(scan, candidates);
        } finally {
            scan.overwrite();
        }
    }

    private GalleryAnswer among(GalleryScan scan, Set<PersonId> candidates) {
        BitSet places = new BitSet();
        int people = 0;
        for (PersonId candidate : candidates) {
            Owner owner = owners.get(candidate);
            if (owner != null) {
                owner.markIn(places);
                people++;
            }
        }
        return scan.among(places, people);
    }

    /** In the order in which equal distances are decided; valid while the gallery does not change. */
    List<GalleryBlock> filled() {
        return blocks.subList(0, lastBlock + 1);
    }

    private GalleryBlock blockWithRoom() {
        if (lastBlock >= 0 && blocks.get(lastBlock).size() < GalleryBlock.CAPACITY) {
            return blocks.get(lastBlock);
        }
        lastBlock++;
        if (lastBlock == blocks.size()) {
            blocks.add(new GalleryBlock(arena, dimension));
        }
        return blocks.get(lastBlock);
    }

    /** The last vector of all takes the place of each that goes. */
    private int removeAllOf(Owner owner) {
        int removed = owner.count();
        Set<GalleryBlock> changed = new HashSet<>();
        while (owner.count() > 0) {
            int place = owner.takeLast();
            GalleryBlock block = blocks.get(place / GalleryBlock.CAPACITY);
            GalleryBlock last = blocks.get(lastBlock);
            int from = lastBlock * GalleryBlock.CAPACITY + last.size() - 1;
            Owner moving = last.owner(last.size() - 1);
            if (from != place) {
                moving.moved(from, place);
            }
            block.replaceByLastOf(place % GalleryBlock.CAPACITY, last);
            changed.add(block);
            changed.add(last);
            forgetEmptyLastBlock();
        }
        changed.forEach(GalleryBlock::renew);
        return removed;
    }

    private void forgetEmptyLastBlock() {
        if (blocks.get(lastBlock).size() == 0) {
            lastBlock--;
        }
    }

    private <T> T reading(Supplier<T> read) {
        lock.readLock().lock();
        try {
            return read.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Overwrites everything. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            blocks.forEach(GalleryBlock::overwrite);
            blocks.clear();
            owners.clear();
            lastBlock = -1;
            if (arena.scope().isAlive()) {
                arena.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
