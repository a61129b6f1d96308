package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quitclaim.face.TestData;

/**
 * A HEIC is turned by its container, in the order in which that says so, and by nothing else. Source: ISO/IEC 23008-12,
 * sections 6.5.10 and 6.5.12; held against libheif 1.23.
 */
class TurnedHeicTest {
    private static final double ALIKE = 40;
    private static final int BOX_HEADER = 8;
    private static final int ESSENTIAL = 0x80;

    /** A quarter turn against the clock, so often; or a mirror: 0 across (above goes below), 1 along (left goes right). */
    private record Turn(String box, int value) {
        byte[] bytes() {
            return ByteBuffer.allocate(BOX_HEADER + 1)
                    .putInt(BOX_HEADER + 1)
                    .put(box.getBytes(StandardCharsets.US_ASCII))
                    .put((byte) value)
                    .array();
        }

        UprightImage of(UprightImage image) {
            if (box.equals("imir")) {
                return Orientation.ofExif(value == 0 ? 4 : 2).apply(image);
            }
            return IntStream.range(0, value)
                    .boxed()
                    .reduce(image, (turned, _) -> Orientation.ofExif(8).apply(turned), (one, _) -> one);
        }
    }

    static Stream<List<Turn>> turns() {
        return IntStream.range(0, 4)
                .mapToObj(quarters -> new Turn("irot", quarters))
                .flatMap(turn -> Stream.concat(
                        Stream.of(List.of(turn)),
                        IntStream.range(0, 2)
                                .mapToObj(axis -> new Turn("imir", axis))
                                .flatMap(mirror -> Stream.of(List.of(turn, mirror), List.of(mirror, turn)))));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void itIsTurnedAndMirroredInTheOrderInWhichItSays(List<Turn> turns) throws IOException {
        UprightImage meant = TestData.read(PixelsOthersSeeTest.file("base.png"));
        for (Turn turn : turns) {
            meant = turn.of(meant);
        }
        byte[] file = turned(PixelsOthersSeeTest.file("plain.heic"), turns);
        assertThat(PixelsOthersSeeTest.likeness(PixelsOthersSeeTest.read(file), meant))
                .isGreaterThan(ALIKE);
    }

    /** What EXIF says there was done already, or would be done twice. */
    @Test
    void whatItsExifSaysTurnsNothing() throws IOException {
        UprightImage meant = TestData.read(PixelsOthersSeeTest.file("base.png"));
        UprightImage seen = PixelsOthersSeeTest.read(PixelsOthersSeeTest.file("exif-says-turned.heic"));
        assertThat(PixelsOthersSeeTest.likeness(seen, meant)).isGreaterThan(30);
    }

    /** With further properties of its one picture, whose place moves back by as much. */
    private static byte[] turned(byte[] heic, List<Turn> turns) {
        ByteBuffer file = ByteBuffer.wrap(heic.clone());
        int boxes = turns.size() * (BOX_HEADER + 1);
        int more = boxes + turns.size();
        int properties = at(heic, "ipco");
        int propertiesEnd = properties + file.getInt(properties);
        int links = at(heic, "ipma");
        int linksEnd = links + file.getInt(links);
        int count = links + 18;
        int place = at(heic, "iloc") + 20;
        grow(file, at(heic, "meta"), more);
        grow(file, at(heic, "iprp"), more);
        grow(file, links, turns.size());
        grow(file, properties, boxes);
        grow(file, place, more);
        int known = HeifBoxes.in(file.slice(properties + BOX_HEADER, propertiesEnd - properties - BOX_HEADER))
                .size();
        file.put(count, (byte) (file.get(count) + turns.size()));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(file.array(), 0, propertiesEnd);
        turns.forEach(turn -> all.writeBytes(turn.bytes()));
        all.write(file.array(), propertiesEnd, linksEnd - propertiesEnd);
        IntStream.rangeClosed(1, turns.size()).forEach(i -> all.write(ESSENTIAL | known + i));
        all.write(file.array(), linksEnd, heic.length - linksEnd);
        return all.toByteArray();
    }

    /** Where a box begins. */
    private static int at(byte[] heic, String box) {
        return new String(heic, StandardCharsets.ISO_8859_1).indexOf(box) - Integer.BYTES;
    }

    private static void grow(ByteBuffer file, int at, int by) {
        file.putInt(at, file.getInt(at) + by);
    }
}
