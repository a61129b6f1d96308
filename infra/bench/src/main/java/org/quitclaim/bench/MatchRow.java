package org.quitclaim.bench;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.face.embed.ProbeVector;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.face.gallery.GalleryAnswer;
import org.quitclaim.vault.IdMint;

/** One exact search through many invented vectors on one thread; baseline: a plain loop over rows. */
final class MatchRow implements Row {
    private static final int DIMENSION = 128;
    private static final int SEARCHES = 30;
    private static final int PLAIN_SEARCHES = 5;

    @Override
    public String name() {
        return "match";
    }

    @Override
    public void measure(Setting setting, Report report) {
        int size = setting.gallery();
        report.line("state", "%,d vectors of %d floats off-heap, a person each, nobody's", size, DIMENSION);
        SplittableRandom random = new SplittableRandom(7);
        try (FaceprintGallery gallery = new FaceprintGallery(DIMENSION);
                Arena arena = Arena.ofConfined()) {
            MemorySegment rows = arena.allocate((long) size * DIMENSION * Float.BYTES, Float.BYTES);
            List<PersonId> people = fill(gallery, rows, size, random);
            Durations searches = searches(gallery, rows, people);
            Durations plain = plain(rows, size);
            report.line("search (budget 40 ms)", "%s", searches);
            report.line("  plain loop (baseline)", "%s", plain);
            report.line("  ratio", "%.1f", plain.percentile(50) / searches.percentile(50));
        }
    }

    private static List<PersonId> fill(
            FaceprintGallery gallery, MemorySegment rows, int size, SplittableRandom random) {
        List<PersonId> people = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            MemorySegment row = row(rows, i);
            for (int d = 0; d < DIMENSION; d++) {
                row.setAtIndex(ValueLayout.JAVA_FLOAT, d, (float) (random.nextDouble() - 0.5) / 4);
            }
            PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);
            people.add(person);
            try (ProbeVector vector = ProbeVector.copyOf(row)) {
                gallery.add(person, vector);
            }
        }
        return people;
    }

    private static MemorySegment row(MemorySegment rows, long number) {
        return rows.asSlice(number * DIMENSION * Float.BYTES, DIMENSION * Float.BYTES);
    }

    private static Durations searches(FaceprintGallery gallery, MemorySegment rows, List<PersonId> people) {
        List<Long> nanos = new ArrayList<>();
        for (int search = 0; search < SEARCHES * 2; search++) {
            int wanted = (int) ((long) search * people.size() / (SEARCHES * 2));
            try (ProbeVector probe = ProbeVector.copyOf(row(rows, wanted))) {
                long start = System.nanoTime();
                GalleryAnswer answer = gallery.nearest(probe);
                long took = System.nanoTime() - start;
                if (!(answer instanceof GalleryAnswer.Nearest nearest)
                        || !nearest.person().equals(people.get(wanted))) {
                    throw new IllegalStateException("the search did not find the vector itself");
                }
                if (search >= SEARCHES) {
                    nanos.add(took);
                }
            }
        }
        return Durations.of(nanos);
    }

    private static Durations plain(MemorySegment rows, int size) {
        List<Long> nanos = new ArrayList<>();
        for (int search = 0; search < PLAIN_SEARCHES; search++) {
            float[] probe = row(rows, search).toArray(ValueLayout.JAVA_FLOAT);
            long start = System.nanoTime();
            int nearest = plainNearest(rows, size, probe);
            nanos.add(System.nanoTime() - start);
            if (nearest != search) {
                throw new IllegalStateException("the plain loop did not find the vector itself");
            }
        }
        return Durations.of(nanos);
    }

    private static int plainNearest(MemorySegment rows, int size, float[] probe) {
        int nearest = -1;
        float least = Float.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            float sum = 0;
            for (int d = 0; d < DIMENSION; d++) {
                float difference = rows.getAtIndex(ValueLayout.JAVA_FLOAT, (long) i * DIMENSION + d) - probe[d];
                sum += difference * difference;
            }
            if (sum < least) {
                least = sum;
                nearest = i;
            }
        }
        return nearest;
    }
}
