package org.quitclaim.face.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.drawn.CharacterGenerator;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;
import org.quitclaim.face.TestData;
import org.quitclaim.face.image.UprightImage;

/** On real photos of people, which are more like each other than any others. */
class LooksTest {
    /** Every such photo is changed in every way; all are held against all. */
    private static final int EVERY = 5;

    /** Of about ninety, by kind of change. */
    private static final int MOST_MISSED = 1;

    private static final Map<String, UnaryOperator<UprightImage>> CHANGES = changes();

    /** Of which nothing is promised. */
    private static final Map<String, UnaryOperator<UprightImage>> BEYOND = Map.of(
            "8 % off each side", image -> Changed.cut(image, 0.08, 0.08, 0.08, 0.08),
            "15 % off the right", image -> Changed.cut(image, 0, 0, 0.15, 0),
            "a caption of 20 %", image -> Changed.captioned(image, 0.2),
            "turned by 2 degrees", image -> Changed.turned(image, 2),
            "turned by 5 degrees", image -> Changed.turned(image, 5));

    private static final int PORTRAITS = 60;

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
        Map<String, Integer> beyond = new TreeMap<>();
        int changed = 0;
        for (Path file : files()) {
            UprightImage image = TestData.read(Files.readAllBytes(file));
            Looks looks = Looks.of(image);
            if (all.size() % EVERY == 0) {
                changed++;
                miss(missed, CHANGES, image, looks);
                miss(beyond, BEYOND, image, looks);
            }
            all.add(looks);
        }

        assertThat(changed).isGreaterThan(80);
        Pairs pairs = Pairs.of(all);
        int misses = missed.values().stream().mapToInt(Integer::intValue).sum();
        int tried = changed * CHANGES.size();
        System.out.printf(
                Locale.ROOT,
                "%d photos: %d false proposals among %d pairs (%.4f %%), the nearest %d bits apart; %d of %d changed"
                        + " photos missed (%.2f %%), by kind %s; beyond what is promised, of %d each, missed %s%n",
                all.size(),
                pairs.alike(),
                pairs.all(),
                100.0 * pairs.alike() / pairs.all(),
                pairs.nearest(),
                misses,
                tried,
                100.0 * misses / tried,
                missed,
                changed,
                beyond);
        assertThat(pairs.alike()).isZero();
        assertThat(missed.entrySet())
                .allSatisfy(one -> assertThat(one.getValue()).as(one.getKey()).isLessThanOrEqualTo(MOST_MISSED));
    }

    private static void miss(
            Map<String, Integer> missed,
            Map<String, UnaryOperator<UprightImage>> changes,
            UprightImage image,
            Looks looks) {
        changes.forEach((name, change) ->
                missed.merge(name, looks.isLike(Looks.of(change.apply(image))) ? 0 : 1, Integer::sum));
    }

    private record Pairs(int all, int alike, int nearest) {
        static Pairs of(List<Looks> looks) {
            int alike = 0;
            int nearest = Likeness.BITS;
            for (int one = 0; one < looks.size(); one++) {
                for (int other = 0; other < one; other++) {
                    int distance = looks.get(one).distance(looks.get(other));
                    alike += distance <= Looks.MOST_DIFFERENT_BITS ? 1 : 0;
                    nearest = Math.min(nearest, distance);
                }
            }
            return new Pairs(looks.size() * (looks.size() - 1) / 2, alike, nearest);
        }
    }

    /** Everybody in one pose before one wall in one light is as alike as photos of different people can be. */
    @Test
    void of_portraits_drawn_in_one_pose_before_one_wall_a_few_in_a_hundred_pairs_are_proposed() {
        Pairs pairs = Pairs.of(LongStream.rangeClosed(1, PORTRAITS)
                .mapToObj(seed ->
                        Looks.of(TestData.read(ScenePainter.draw(Scenes.enrolment(CharacterGenerator.character(seed)))
                                .jpeg())))
                .toList());

        System.out.printf(
                Locale.ROOT,
                "%d drawn portraits in one pose before one wall: %d of %d pairs proposed (%.1f %%), the nearest %d bits"
                        + " apart%n",
                PORTRAITS,
                pairs.alike(),
                pairs.all(),
                100.0 * pairs.alike() / pairs.all(),
                pairs.nearest());
        assertThat(pairs.alike()).isLessThan(pairs.all() / 20);
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
