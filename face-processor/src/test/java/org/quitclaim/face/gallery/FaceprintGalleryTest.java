package org.quitclaim.face.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.embed.ProbeVector;

class FaceprintGalleryTest {

    /** Rows are added four at a time, and the two that are left one by one. */
    private static final int DIMENSION = 18;

    private record Entry(PersonId person, ProbeVector vector) {}

    private static ProbeVector random(Random random) {
        float[] values = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            values[i] = random.nextFloat();
        }
        return ProbeVector.copyOf(MemorySegment.ofArray(values));
    }

    /** The search that nobody would get wrong. */
    private static GalleryAnswer naive(List<Entry> entries, ProbeVector probe) {
        PersonId first = null;
        double distance = Double.POSITIVE_INFINITY;
        for (Entry entry : entries) {
            if (entry.vector().distance(probe) < distance) {
                first = entry.person();
                distance = entry.vector().distance(probe);
            }
        }
        if (first == null) {
            return new GalleryAnswer.Nobody();
        }
        double second = Double.POSITIVE_INFINITY;
        for (Entry entry : entries) {
            if (!entry.person().equals(first)) {
                double other = entry.vector().distance(probe);
                second = Math.min(second, other);
            }
        }
        return new GalleryAnswer.Nearest(first, distance, second, (int)
                entries.stream().map(Entry::person).distinct().count());
    }

    private static void assertSame(GalleryAnswer actual, GalleryAnswer expected) {
        if (expected instanceof GalleryAnswer.Nearest wanted) {
            GalleryAnswer.Nearest found = (GalleryAnswer.Nearest) actual;
            assertThat(found.person()).isEqualTo(wanted.person());
            assertThat(found.distance()).isCloseTo(wanted.distance(), within(1e-4));
            assertThat(found.people()).isEqualTo(wanted.people());
            if (wanted.second() < Double.POSITIVE_INFINITY) {
                assertThat(found.second()).isCloseTo(wanted.second(), within(1e-4));
            } else {
                assertThat(found.second()).isInfinite();
            }
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }

    @Property(tries = 60)
    @Requirement("R66")
    void searchEqualsTheNaiveOneBeforeAndAfterRemovals(
            @ForAll long seed,
            @ForAll @IntRange(max = 2600) int vectors,
            @ForAll @IntRange(min = 1, max = 40) int people) {
        Random random = new Random(seed);
        List<Entry> entries = new ArrayList<>();
        try (FaceprintGallery gallery = new FaceprintGallery(DIMENSION)) {
            for (int i = 0; i < vectors; i++) {
                Entry entry = new Entry(TestPermits.person(random.nextInt(people)), random(random));
                entries.add(entry);
                gallery.add(entry.person(), entry.vector());
            }
            for (int round = 0; round < 4; round++) {
                ProbeVector probe = random(random);
                assertSame(gallery.nearest(probe), naive(entries, probe));
                Set<PersonId> some = new HashSet<>(List.of(TestPermits.person(0), TestPermits.person(people / 2)));
                List<Entry> among =
                        entries.stream().filter(e -> some.contains(e.person())).toList();
                assertSame(gallery.nearest(probe, some), naive(among, probe));
                PersonId leaving = TestPermits.person(random.nextInt(people));
                long owned =
                        entries.stream().filter(e -> e.person().equals(leaving)).count();
                assertThat(gallery.remove(leaving)).isEqualTo((int) owned);
                entries.removeIf(e -> e.person().equals(leaving));
                assertThat(gallery.size()).isEqualTo(entries.size());
            }
        }
    }

    @Test
    void anEmptySetOfCandidatesHasNobody() {
        try (FaceprintGallery gallery = new FaceprintGallery(DIMENSION)) {
            ProbeVector vector = random(new Random(1));
            gallery.add(TestPermits.person(1), vector);
            assertThat(gallery.nearest(vector, Set.of())).isEqualTo(new GalleryAnswer.Nobody());
        }
    }

    @Test
    void everyChangeCounts() {
        try (FaceprintGallery gallery = new FaceprintGallery(DIMENSION)) {
            gallery.add(TestPermits.person(1), random(new Random(1)));
            gallery.remove(TestPermits.person(2));
            assertThat(gallery.version()).isEqualTo(new GalleryVersion(1));
            gallery.remove(TestPermits.person(1));
            assertThat(gallery.version()).isEqualTo(new GalleryVersion(2));
        }
    }

    @Test
    @Requirement("R29")
    void answersDoNotPrintDistances() {
        GalleryAnswer answer = new GalleryAnswer.Nearest(TestPermits.person(1), 0.123456, 0.654321, 3);
        assertThat(answer.toString()).doesNotContain("0.12", "0.65");
    }
}
