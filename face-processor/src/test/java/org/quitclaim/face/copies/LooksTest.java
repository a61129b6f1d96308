package org.quitclaim.face.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.face.TestData;
import org.quitclaim.face.image.UprightImage;

/** On real photos of people, which are more like each other than any others. */
class LooksTest {
    /** Every such photo is changed in every way; all are held against all. */
    private static final int EVERY = 5;

    /** Of about ninety, by kind of change. */
    private static final int MOST_MISSED = 1;

    private static final Map<String, UnaryOperator<UprightImage>> CHANGES = changes();

    private static Map<String, UnaryOperator<UprightImage>> changes() {
        Map<String, UnaryOperator<UprightImage>> all = new LinkedHashMap<>();
        all.put("saved at quality 30", image -> Changed.saved(image, 0.3));
        all.put("half the size", image -> Changed.resized(image, 0.5));
        all.put("a third of the size, saved at 50", image -> Changed.saved(Changed.resized(image, 0.34), 0.5));
        all.put("enlarged", image -> Changed.resized(image, 1.5));
        all.put("3 % off each side", image -> Changed.cut(image, 0.03, 0.03, 0.03, 0.03));
        all.put("5 % off each side", image -> Changed.cut(image, 0.05, 0.05, 0.05, 0.05));
        all.put("8 % off the right", image -> Changed.cut(image, 0, 0, 0.08, 0));
        all.put("5 % off the top", image -> Changed.cut(image, 0, 0.05, 0, 0));
        all.put("a caption of 8 %", image -> Changed.captioned(image, 0.08));
        all.put("a caption of 12 %", image -> Changed.captioned(image, 0.12));
        all.put("brighter", image -> Changed.recoloured(image, value -> value * 5 / 4, value -> value * 5 / 4));
        all.put("warmer", image -> Changed.recoloured(image, value -> value * 5 / 4, value -> value * 9 / 10));
        all.put("mirrored", Changed::mirrored);
        return all;
    }

    @Test
    void changed_pictures_are_found_and_other_pictures_of_people_are_not() throws IOException {
        List<Looks> all = new ArrayList<>();
        Map<String, Integer> missed = new LinkedHashMap<>();
        int changed = 0;
        for (Path file : files()) {
            UprightImage image = TestData.read(Files.readAllBytes(file));
            Looks looks = Looks.of(image);
            if (all.size() % EVERY == 0) {
                changed++;
                CHANGES.forEach((name, change) ->
                        missed.merge(name, looks.isLike(Looks.of(change.apply(image))) ? 0 : 1, Integer::sum));
            }
            all.add(looks);
        }

        assertThat(changed).isGreaterThan(80);
        int falsely = 0;
        int nearest = Likeness.BITS;
        for (int one = 0; one < all.size(); one++) {
            for (int other = 0; other < one; other++) {
                int distance = all.get(one).distance(all.get(other));
                falsely += distance <= Looks.MOST_DIFFERENT_BITS ? 1 : 0;
                nearest = Math.min(nearest, distance);
            }
        }
        System.out.printf(
                "%d photos: %d false proposals among %d pairs, the nearest %d bits apart; %d kinds of change on %d"
                        + " photos, missed %s%n",
                all.size(), falsely, all.size() * (all.size() - 1) / 2, nearest, CHANGES.size(), changed, missed);
        assertThat(falsely).isZero();
        assertThat(missed.entrySet())
                .allSatisfy(one -> assertThat(one.getValue()).as(one.getKey()).isLessThanOrEqualTo(MOST_MISSED));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(TestData.folder().resolve("faces"))) {
            return files.filter(file -> file.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void what_is_too_small_or_shows_nothing_is_not_known_again() {
        UprightImage small = new UprightImage(63, 200, new byte[63 * 200 * 3]);
        UprightImage flat = new UprightImage(200, 200, new byte[200 * 200 * 3]);

        assertThat(Looks.of(small)).isEqualTo(Looks.NONE);
        assertThat(Looks.of(flat)).isEqualTo(Looks.NONE);
        assertThat(Looks.NONE.isLike(Looks.NONE)).isFalse();
    }

    @Test
    void a_digest_is_read_as_it_was_written() throws IOException {
        Looks looks = Looks.of(TestData.photo(Files.list(TestData.folder().resolve("photos"))
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".jpg"))
                .sorted()
                .findFirst()
                .orElseThrow()));
        PictureDigest digest =
                new PictureDigest(new PictureDigest.Digest(1, 2, 3, 4), new PictureDigest.Digest(5, 6, 7, 8), looks);

        assertThat(looks.parts()).hasSize(Looks.MOST_PARTS);
        assertThat(PictureDigest.read(digest.bytes())).isEqualTo(digest);
        assertThat(digest.toString())
                .doesNotContain(Long.toString(looks.parts().getFirst().first()));
    }
}
