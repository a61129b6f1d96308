package org.quitclaim.face.gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.face.embed.ProbeVector;

/**
 * The faceprints of enrolled persons, in memory only.
 *
 * <p><b>Guarantees</b>: search is exact; a person may have several vectors, of which the nearest counts; once
 * {@link #remove} has returned, the person's vectors are overwritten and no search that ends later names the person.
 *
 * <p><b>Shape</b>: {@code float[dimension]} per vector outside the heap, 512 bytes for 128 dimensions.
 *
 * <p><b>Thread-safety</b>: safe; searches run side by side, changes alone.
 */
public final class FaceprintGallery implements AutoCloseable {

    private final int dimension;
    private final Arena arena = Arena.ofShared();
    private final List<GalleryBlock> blocks = new ArrayList<>();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    /** One object per person, so that owners are compared by identity. */
    private final Map<PersonId, PersonId> known = new HashMap<>();

    private int lastBlock = -1;
    private long version;

    public FaceprintGallery(int dimension) {
        this.dimension = dimension;
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
            blockWithRoom().append(known.computeIfAbsent(person, Function.identity()), vector.view());
            version++;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Overwrites all vectors of the person; answers how many there were. */
    public int remove(PersonId person) {
        lock.writeLock().lock();
        try {
            PersonId owner = known.remove(person);
            int removed = 0;
            for (GalleryBlock block : blocks) {
                removed += removeFrom(block, owner);
            }
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
                        .anyMatch(column -> block.owner(column).equals(person))));
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
        float[] values = probe.view().toArray(ValueLayout.JAVA_FLOAT);
        GalleryScan scan = new GalleryScan(values, candidates);
        try {
            blocks.subList(0, lastBlock + 1).forEach(scan::include);
            return scan.answer(candidates == null ? known.size() : present(candidates));
        } finally {
            scan.overwrite();
        }
    }

    private int present(Set<PersonId> candidates) {
        return (int) candidates.stream().filter(known::containsKey).count();
    }

    private GalleryBlock blockWithRoom() {
        if (lastBlock >= 0 && blocks.get(lastBlock).size() < GalleryBlock.CAPACITY) {
            return blocks.get(lastBlock);
        }
        lastBlock++;
        if (lastBlock == blocks.size()) {
            MemorySegment rows = arena.allocate(GalleryBlock.bytes(dimension), Long.BYTES);
            blocks.add(new GalleryBlock(rows, dimension));
        }
        return blocks.get(lastBlock);
    }

    private int removeFrom(GalleryBlock block, @Nullable PersonId person) {
        int removed = 0;
        int column = 0;
        while (column < block.size()) {
            if (block.owner(column) == person) {
                block.replaceByLastOf(column, blocks.get(lastBlock));
                removed++;
                forgetEmptyLastBlock();
            } else {
                column++;
            }
        }
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
            known.clear();
            lastBlock = -1;
            if (arena.scope().isAlive()) {
                arena.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
