package org.quitclaim.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.face.embed.ProbeVector;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.face.gallery.GalleryAnswer;
import org.quitclaim.vault.IdMint;

/** Nobody's faceprints, in a gallery and once more as plain rows. */
final class InventedVectors implements AutoCloseable {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private final int size;
    private final int dimension;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment rows;
    private final FaceprintGallery gallery;
    private final List<PersonId> people = new ArrayList<>();

    /** So many of the vectors, from the first on. */
    record Asked(int first, int step, int count) {}

    /** The processor time of each search, because others may use the machine, and how far the second-nearest person was. */
    record Found(List<Long> nanos, List<Double> seconds) {}

    InventedVectors(int size, int dimension) {
        this.size = size;
        this.dimension = dimension;
        rows = arena.allocate((long) size * dimension * Float.BYTES, Float.BYTES);
        gallery = new FaceprintGallery(dimension);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < size; i++) {
            MemorySegment row = row(i);
            for (int d = 0; d < dimension; d++) {
                row.setAtIndex(ValueLayout.JAVA_FLOAT, d, (float) (random.nextDouble() - 0.5) / 4);
            }
            people.add(IdMint.mint(PersonId.PREFIX, PersonId::new));
            try (ProbeVector vector = ProbeVector.copyOf(row)) {
                gallery.add(people.get(i), vector);
            }
        }
    }

    private MemorySegment row(long number) {
        long bytes = (long) dimension * Float.BYTES;
        return rows.asSlice(number % size * bytes, bytes);
    }

    void writeTo(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            try (Arena mapped = Arena.ofConfined()) {
                channel.map(FileChannel.MapMode.READ_WRITE, 0, rows.byteSize(), mapped)
                        .copyFrom(rows);
            }
        }
    }

    Found search(Asked asked) {
        List<Long> nanos = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (int search = 0; search < asked.count(); search++) {
            long wanted = asked.first() + (long) search * asked.step();
            try (ProbeVector probe = ProbeVector.copyOf(row(wanted))) {
                long start = CLOCK.getCurrentThreadCpuTime();
                GalleryAnswer answer = gallery.nearest(probe);
                nanos.add(CLOCK.getCurrentThreadCpuTime() - start);
                if (!(answer instanceof GalleryAnswer.Nearest nearest)
                        || !nearest.person().equals(people.get((int) (wanted % size)))) {
                    throw new IllegalStateException("the search did not find the vector itself");
                }
                seconds.add(nearest.second());
            }
        }
        return new Found(nanos, seconds);
    }

    Durations plain(Asked asked) {
        List<Long> nanos = new ArrayList<>();
        for (int search = 0; search < asked.count(); search++) {
            int wanted = asked.first() + search * asked.step();
            float[] probe = row(wanted).toArray(ValueLayout.JAVA_FLOAT);
            long start = CLOCK.getCurrentThreadCpuTime();
            int nearest = plainNearest(probe);
            nanos.add(CLOCK.getCurrentThreadCpuTime() - start);
            if (nearest != wanted) {
                throw new IllegalStateException("the plain loop did not find the vector itself");
            }
        }
        return Durations.of(nanos);
    }

    private int plainNearest(float[] probe) {
        int nearest = -1;
        float least = Float.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            float sum = 0;
            for (int d = 0; d < dimension; d++) {
                float difference = rows.getAtIndex(ValueLayout.JAVA_FLOAT, (long) i * dimension + d) - probe[d];
                sum += difference * difference;
            }
            if (sum < least) {
                least = sum;
                nearest = i;
            }
        }
        return nearest;
    }

    @Override
    public void close() {
        gallery.close();
        arena.close();
    }
}
