package org.quitclaim.face.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.face.copies.PictureDigest.Digest;

class CopiesInMemoryTest extends CopyIndexContract {
    private static final int PICTURES = 100_000;

    @Override
    CopyIndex empty() {
        return new CopiesInMemory();
    }

    @Test
    void among_a_hundred_thousand_pictures_the_one_that_looks_alike_is_found() {
        CopyIndex index = empty();
        Random random = new Random(1);
        PhotoId searched = Sample.photo("searched");
        PictureDigest picture = picture(random);
        index.put(searched, 1, picture);
        for (int number = 1; number < PICTURES; number++) {
            index.put(Sample.photo(name(number)), 1, picture(random));
        }
        PictureDigest saved = new PictureDigest(
                new Digest(1, 1, 1, 1), new Digest(2, 2, 2, 2), new Looks(List.of(fewOther(picture))));

        long start = System.nanoTime();
        assertThat(index.alike(saved, 10)).containsExactly(searched);

        System.out.printf(
                Locale.ROOT,
                "one picture held against %d: %d ms; sealed, each is %d bytes%n",
                PICTURES,
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                picture.bytes().length);
    }

    /** Of letters only, as ids are. */
    private static String name(int number) {
        return "%06d"
                .formatted(number)
                .chars()
                .mapToObj(digit -> (char) (digit - '0' + 'a'))
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    private static PictureDigest picture(Random random) {
        return new PictureDigest(
                new Digest(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()),
                new Digest(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()),
                new Looks(Stream.generate(() -> new Likeness(
                                random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()))
                        .limit(Looks.MOST_PARTS)
                        .toList()));
    }

    private static Likeness fewOther(PictureDigest of) {
        Likeness whole = of.looks().parts().getFirst();
        return new Likeness(whole.first() ^ 0xFFFF, whole.second(), whole.third(), whole.fourth());
    }
}
