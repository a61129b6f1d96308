package org.quitclaim.face.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.embed.ProbeVector;

/** The search in two steps against the comparison of every full vector. */
class TwoStepSearchTest {

    /** What vectors can be like; each makes the first look hard in its own way. */
    private enum Kind {
        /** As far from each other as can be. */
        SPREAD,
        /** So near each other that the bytes of all are the same. */
        CROWDED,
        /** Few different ones, so that most distances are equal. */
        REPEATED,
        /** One large number hides the others from the bytes. */
        LOPSIDED,
        /** From far below to far above what floats can square. */
        OF_ALL_SIZES
    }

    private static float number(Kind kind, Random random, int d) {
        return switch (kind) {
            case SPREAD -> random.nextFloat() - 0.5f;
            case CROWDED -> 0.3f + random.nextFloat() * 1e-5f;
            case REPEATED -> random.nextInt(40) == 0 ? 0.5f : 0.25f;
            case LOPSIDED -> d == 3 ? 900 + random.nextInt(2) : random.nextFloat() / 100;
            case OF_ALL_SIZES -> (random.nextFloat() - 0.5f) * (float) Math.pow(10, random.nextInt(-30, 20));
        };
    }

    private static ProbeVector vector(Kind kind, int dimension, Random random) {
        float[] values = new float[dimension];
        for (int d = 0; d < dimension; d++) {
            values[d] = number(kind, random, d);
        }
        return ProbeVector.copyOf(MemorySegment.ofArray(values));
    }

    /** Compares all in full, in the order of the gallery. */
    private static Leaders comparingAll(
            FaceprintGallery gallery, ProbeVector probe, @Nullable Set<PersonId> candidates) {
        float[] values = probe.view().toArray(ValueLayout.JAVA_FLOAT);
        float[] sums = new float[GalleryBlock.CAPACITY];
        Leaders leaders = new Leaders();
        for (GalleryBlock block : gallery.filled()) {
            block.squaredDistances(values, new float[GalleryBlock.scratch()], sums);
            for (int column = 0; column < block.size(); column++) {
                Owner owner = block.owner(column);
                if ((candidates == null || candidates.contains(owner.person())) && sums[column] < leaders.bound()) {
                    leaders.offer(owner, sums[column]);
                }
            }
        }
        return leaders;
    }

    private static void assertSame(GalleryAnswer answer, Leaders wanted) {
        Owner first = wanted.first();
        if (first == null) {
            assertThat(answer).isEqualTo(new GalleryAnswer.Nobody());
            return;
        }
        assertThat(answer).isInstanceOfSatisfying(GalleryAnswer.Nearest.class, nearest -> {
            assertThat(nearest.person()).isEqualTo(first.person());
            assertThat(nearest.distance()).isEqualTo(Math.sqrt(wanted.firstSquared()));
            assertThat(nearest.second()).isEqualTo(Math.sqrt(wanted.secondSquared()));
        });
    }

    private static void assertExact(FaceprintGallery gallery, ProbeVector probe, Set<PersonId> some) {
        assertSame(gallery.nearest(probe), comparingAll(gallery, probe, null));
        assertSame(gallery.nearest(probe, some), comparingAll(gallery, probe, some));
    }

    private static ProbeVector one(List<ProbeVector> added, Random random) {
        return added.get(random.nextInt(added.size()));
    }

    @Property(tries = 120)
    void two_steps_answer_what_comparing_everybody_answers_to_the_last_bit(
            @ForAll long seed,
            @ForAll Kind kind,
            @ForAll Kind probes,
            @ForAll @IntRange(min = 1, max = 140) int dimension,
            @ForAll @IntRange(min = 1, max = 2600) int vectors,
            @ForAll @IntRange(min = 1, max = 3000) int people) {
        Random random = new Random(seed);
        try (FaceprintGallery gallery = new FaceprintGallery(dimension)) {
            List<ProbeVector> added = new ArrayList<>();
            for (int i = 0; i < vectors; i++) {
                added.add(vector(kind, dimension, random));
                gallery.add(TestPermits.person(random.nextInt(people)), added.getLast());
            }
            for (int round = 0; round < 3 && gallery.size() > 0; round++) {
                Set<PersonId> some = new HashSet<>();
                IntStream.range(0, 1 + random.nextInt(people))
                        .forEach(i -> some.add(TestPermits.person(random.nextInt(people))));
                assertExact(gallery, vector(kind, dimension, random), some);
                assertExact(gallery, vector(probes, dimension, random), some);
                assertExact(gallery, one(added, random), some);
                PersonId changed = TestPermits.person(random.nextInt(people));
                gallery.remove(changed);
                if (round == 0) {
                    gallery.add(changed, vector(kind, dimension, random));
                }
            }
        }
    }

    @Test
    void vector_without_numbers_is_never_the_nearest_and_hides_nobody() {
        float[] none = {Float.NaN, 1, 1, 1};
        float[] far = {Float.POSITIVE_INFINITY, 1, 1, 1};
        try (FaceprintGallery gallery = new FaceprintGallery(4)) {
            gallery.add(TestPermits.person(1), ProbeVector.copyOf(MemorySegment.ofArray(none)));
            gallery.add(TestPermits.person(2), ProbeVector.copyOf(MemorySegment.ofArray(far)));
            gallery.add(TestPermits.person(3), ProbeVector.copyOf(MemorySegment.ofArray(new float[] {9, 9, 9, 9})));
            ProbeVector probe = ProbeVector.copyOf(MemorySegment.ofArray(new float[] {1, 1, 1, 1}));
            assertThat(gallery.nearest(probe)).isInstanceOfSatisfying(GalleryAnswer.Nearest.class, nearest -> {
                assertThat(nearest.person()).isEqualTo(TestPermits.person(3));
                assertThat(nearest.distance()).isEqualTo(16);
                assertThat(nearest.second()).isInfinite();
            });
            ProbeVector nothing = ProbeVector.copyOf(MemorySegment.ofArray(none));
            assertThat(gallery.nearest(nothing)).isEqualTo(new GalleryAnswer.Nobody());
        }
    }
}
