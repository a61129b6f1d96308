package org.quitclaim.face.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.face.copies.PictureDigest.Digest;

/** What is asked of every index of known pictures. */
abstract class CopyIndexContract {
    private static final PhotoId ONE = Sample.photo("one");
    private static final PhotoId OTHER = Sample.photo("other");
    private static final PhotoId THIRD = Sample.photo("third");

    abstract CopyIndex empty();

    /** @param far in how many bits it differs from the look that has none */
    private static PictureDigest picture(int content, int pixels, int far) {
        long first = far >= Long.SIZE ? -1L : (1L << far) - 1;
        long second = far >= Long.SIZE ? (1L << far - Long.SIZE) - 1 : 0;
        return new PictureDigest(
                new Digest(content, 0, 0, 0),
                new Digest(pixels, 0, 0, 0),
                new Looks(List.of(new Likeness(first, second, 0, 0))));
    }

    @Test
    void pictures_of_the_same_file_and_of_the_same_pixels_are_told_apart() {
        CopyIndex index = empty();
        index.put(ONE, 1, picture(1, 1, 0));
        index.put(OTHER, 1, picture(2, 1, 0));

        assertThat(index.sameFile(new Digest(2, 0, 0, 0))).containsExactly(OTHER);
        assertThat(index.samePicture(picture(1, 1, 0))).containsExactlyInAnyOrder(ONE, OTHER);
        assertThat(index.samePicture(picture(3, 3, 0))).isEmpty();
    }

    @Test
    void what_looks_alike_comes_in_order_and_never_what_is_the_same() {
        CopyIndex index = empty();
        index.put(ONE, 1, picture(1, 1, 0));
        index.put(OTHER, 1, picture(2, 2, 40));
        index.put(THIRD, 1, picture(3, 3, 10));

        assertThat(index.alike(picture(1, 1, 0), 10)).containsExactly(THIRD, OTHER);
        assertThat(index.alike(picture(1, 1, 0), 1)).containsExactly(THIRD);
    }

    @Test
    void likeness_ends_at_its_limit() {
        CopyIndex index = empty();
        index.put(ONE, 1, picture(1, 1, Looks.MOST_DIFFERENT_BITS));
        index.put(OTHER, 1, picture(2, 2, Looks.MOST_DIFFERENT_BITS + 1));

        assertThat(index.alike(picture(3, 3, 0), 10)).containsExactly(ONE);
    }

    @Test
    void where_an_original_was_replaced_the_key_before_takes_nothing_along() {
        CopyIndex index = empty();
        index.put(ONE, 1, picture(1, 1, 0));
        index.put(ONE, 2, picture(1, 1, 0));
        index.put(ONE, 1, picture(9, 9, 0));

        index.forget(ONE, 1);
        assertThat(index.of(ONE)).contains(picture(1, 1, 0));
        index.forget(ONE, 2);
        assertThat(index.of(ONE)).isEmpty();
    }

    /** After any story: what was forgotten last is nowhere, and the rest is. */
    @Property(tries = 300)
    void nothing_is_found_of_what_was_forgotten(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 9) Integer> known,
            @ForAll @Size(max = 10) List<@IntRange(min = 0, max = 9) Integer> forgotten) {
        CopyIndex index = empty();
        // several photos of one picture, and of one look
        known.forEach(photo -> index.put(photo(photo), 1, picture(photo, photo / 2, photo)));
        forgotten.forEach(photo -> index.forget(photo(photo), 1));

        List<PhotoId> left = IntStream.range(0, 10)
                .filter(photo -> known.contains(photo) && !forgotten.contains(photo))
                .mapToObj(CopyIndexContract::photo)
                .toList();
        assertThat(index.size()).isEqualTo(left.size());
        for (int photo = 0; photo < 10; photo++) {
            PictureDigest asked = picture(photo, photo / 2, photo);
            assertThat(left)
                    .containsAll(index.sameFile(asked.content()))
                    .containsAll(index.samePicture(asked))
                    .containsAll(index.alike(asked, 100));
            assertThat(index.of(photo(photo)).isPresent()).isEqualTo(left.contains(photo(photo)));
        }
        assertThat(index.alike(picture(100, 100, 0), 100)).containsExactlyInAnyOrderElementsOf(left);
    }

    private static PhotoId photo(int number) {
        return Sample.photo("photo" + (char) ('a' + number));
    }
}
