package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.catalogue.EventCatalogue;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.CoverStyle;
import org.quitclaim.domain.photo.Covered;
import org.quitclaim.domain.photo.Covering;
import org.quitclaim.domain.photo.PhotoEvent.RenditionMade;

/** A version of a crowd is refused before anything is drawn, or can be recorded: places of real faces have many digits. */
class LargestVersionTest {
    private final Random random = new Random(1);

    @Test
    void version_that_covers_as_many_as_it_may_fits_into_one_event() {
        List<Covered> covered = IntStream.range(0, Covered.MOST)
                .mapToObj(i -> new Covered(
                        new FaceId("fac_" + "a".repeat(24) + (char) ('a' + i / 26) + (char) ('a' + i % 26)),
                        box(),
                        box()))
                .toList();
        var event = new RenditionMade(
                Sample.photo("crowd"),
                Sample.rendition("all"),
                covered,
                Sample.record("image"),
                Sample.record("digest"),
                new Covering(
                        CoverStyle.FIGURE,
                        "a-detector-of-ones-own/2026.1 passes/4",
                        24,
                        covered.stream().map(Covered::face).toList()),
                Instant.parse("2026-11-30T10:45:00.123456Z"));

        String json = new StoredTypesSerializer(new StoredTypes(EventCatalogue.all()))
                .serialize(event, String.class)
                .getData();

        assertThat(json.length()).isLessThan(EventRow.MAX_EVENT_BYTES);
    }

    private Box box() {
        return new Box(
                random.nextDouble() / 10, random.nextDouble() / 10, random.nextDouble() / 10, random.nextDouble() / 10);
    }
}
