package org.quitclaim.face.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.embed.ProbeVector;

/** What is left of a vector in the memory of the gallery: its numbers, its bytes, and their lengths. */
class GalleryMemoryTest {
    private static final int DIMENSION = 18;

    /** Shows all memory that was ever given out, and once more at the moment it is given back. */
    private static final class OpenArena implements Arena {
        private final Arena memory = Arena.ofShared();
        private final List<MemorySegment> given = new ArrayList<>();
        private boolean cleanAtTheEnd;

        @Override
        public MemorySegment allocate(long byteSize, long byteAlignment) {
            given.add(memory.allocate(byteSize, byteAlignment));
            return given.getLast();
        }

        @Override
        public MemorySegment.Scope scope() {
            return memory.scope();
        }

        byte[] bytes() {
            byte[] all = new byte
                    [(int) given.stream().mapToLong(MemorySegment::byteSize).sum()];
            int at = 0;
            for (MemorySegment segment : given) {
                MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, 0, all, at, (int) segment.byteSize());
                at += (int) segment.byteSize();
            }
            return all;
        }

        @Override
        public void close() {
            cleanAtTheEnd = given.stream().allMatch(GalleryMemoryTest::isClean);
            memory.close();
        }
    }

    private static boolean isClean(MemorySegment segment) {
        return segment.mismatch(MemorySegment.ofArray(new byte[(int) segment.byteSize()])) == -1;
    }

    private static void add(FaceprintGallery gallery, PersonId person, long seed) {
        Random random = new Random(seed);
        float[] values = new float[DIMENSION];
        for (int d = 0; d < DIMENSION; d++) {
            values[d] = random.nextFloat() - 0.5f;
        }
        try (ProbeVector vector = ProbeVector.copyOf(MemorySegment.ofArray(values))) {
            gallery.add(person, vector);
        }
    }

    @Property(tries = 40)
    @Requirement({"R64", "R66"})
    void after_removal_memory_is_that_of_a_gallery_that_never_held_the_person(
            @ForAll @IntRange(min = 1, max = 1500) int others, @ForAll @IntRange(min = 1, max = 900) int theirs) {
        PersonId leaving = TestPermits.person(-1);
        OpenArena used = new OpenArena();
        OpenArena fresh = new OpenArena();
        try (FaceprintGallery gallery = new FaceprintGallery(DIMENSION, used);
                FaceprintGallery never = new FaceprintGallery(DIMENSION, fresh)) {
            for (int i = 0; i < others; i++) {
                add(gallery, TestPermits.person(i), i);
                add(never, TestPermits.person(i), i);
            }
            for (int i = 0; i < theirs; i++) {
                add(gallery, leaving, 10_000 + i);
            }
            gallery.remove(leaving);
            assertThat(sameButForEmptyBlocks(used, fresh)).isTrue();
        }
    }

    private static boolean sameButForEmptyBlocks(OpenArena used, OpenArena fresh) {
        for (int i = 0; i < used.given.size(); i++) {
            MemorySegment segment = used.given.get(i);
            boolean same = i < fresh.given.size() ? segment.mismatch(fresh.given.get(i)) == -1 : isClean(segment);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    @Test
    @Requirement({"R64", "R66"})
    void whoever_moves_into_the_gap_leaves_nothing_where_they_were() {
        OpenArena used = new OpenArena();
        OpenArena fresh = new OpenArena();
        try (FaceprintGallery gallery = new FaceprintGallery(DIMENSION, used);
                FaceprintGallery never = new FaceprintGallery(DIMENSION, fresh)) {
            add(gallery, TestPermits.person(1), 1);
            add(gallery, TestPermits.person(2), 2);
            add(never, TestPermits.person(2), 2);
            assertThat(used.bytes()).isNotEqualTo(fresh.bytes());
            gallery.remove(TestPermits.person(1));
            assertThat(used.bytes()).isEqualTo(fresh.bytes());
            gallery.remove(TestPermits.person(2));
            assertThat(used.given).allMatch(GalleryMemoryTest::isClean);
        }
    }

    @Test
    @Requirement("R66")
    void closing_overwrites_every_form_before_memory_is_given_back() {
        OpenArena used = new OpenArena();
        try (FaceprintGallery gallery = new FaceprintGallery(DIMENSION, used)) {
            for (int i = 0; i < GalleryBlock.CAPACITY + 5; i++) {
                add(gallery, TestPermits.person(i), i);
            }
        }
        assertThat(used.cleanAtTheEnd).isTrue();
    }
}
