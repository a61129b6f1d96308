package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Office.Asked;
import org.quitclaim.standalone.Office.Taken;
import tools.jackson.databind.JsonNode;

/**
 * A camera that was held in any way: what a photo is covered on is what leaves. Source: EXIF 3.0, tag 0x0112.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TurnedFilesTest {
    private static final Color FILL = new Color(0x5a5f66);
    private static final int PNG_HEADER_END = 33;

    private Server server;
    private Office office;
    private String collection;
    private Asked him;
    private String her;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        collection = office.openCollection("Held in every way");
        String notice = office.publishNotice();
        him = office.ask(office.register("Cornelis Voorbeeldsen", ""), notice, List.of(Office.website(90)));
        office.sayYes(him, 1).orFail();
        her = office.register("Wilhelmina Voorbeeldsen", "");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "jpeg, 1", "jpeg, 2", "jpeg, 3", "jpeg, 4", "jpeg, 5", "jpeg, 6", "jpeg, 7", "jpeg, 8",
        "png, 2", "png, 5", "png, 6", "png, 7", "tiff, 2", "tiff, 5", "tiff, 6", "tiff, 7"
    })
    @Requirement({"R42", "R44"})
    void whoeverIsCoveredIsCoveredInTheFileThatLeavesAndItStandsUpright(String format, int held) throws IOException {
        BufferedImage meant = picture(Pictures.another(PhotoOfTwo.jpeg(), held * 31L + format.length()));
        Taken photo =
                PhotoOfTwo.inOrder(office.take(collection, "held." + format, file(format, stored(meant, held), held)));
        office.sight(photo, photo.face(0), her);
        office.sight(photo, photo.face(1), him.person());
        String version = office.editor()
                .post("/api/photos/" + photo.photo() + "/renditions", Map.of("cover", List.of(photo.face(0))))
                .orFail()
                .text("renditionId");
        office.review(photo).orFail();
        assertThat(office.requestPublication(photo, "https://example.org/uncovered")
                        .text("verdict"))
                .isEqualTo("BLOCKED");
        Answer use = office.requestPublication(
                        new Taken(photo.photo(), version, List.of()), "https://example.org/" + format + held)
                .orFail();
        assertThat(use.text("verdict")).isEqualTo("CLEARED");

        byte[] released = office.editor()
                .file(use.text("publicationId"), use.text("clearance"))
                .orFail()
                .bytes();

        assertThat(new String(released, StandardCharsets.ISO_8859_1))
                .as("nothing turns it again")
                .doesNotContain("Exif");
        BufferedImage seen = picture(released);
        assertThat(seen.getWidth()).isEqualTo(meant.getWidth());
        assertThat(seen.getHeight()).isEqualTo(meant.getHeight());
        JsonNode hers = box(photo, 0);
        JsonNode his = box(photo, 1);
        assertThat(alike(seen, hers, (x, y) -> FILL)).as("she is hidden").isEqualTo(1);
        assertThat(alike(seen, his, (x, y) -> new Color(meant.getRGB(x, y))))
                .as("he is where he was")
                .isGreaterThan(0.9);
        assertThat(alike(meant, hers, (x, y) -> FILL)).isLessThan(0.2);
    }

    private static JsonNode box(Taken photo, int face) {
        return photo.faces().stream()
                .filter(one -> one.path("faceId").asString().equals(photo.face(face)))
                .findFirst()
                .orElseThrow()
                .path("box");
    }

    private interface Meant {
        Color at(int x, int y);
    }

    /** Which part of a box has the colour that is meant, as far as JPEG keeps it. */
    private static double alike(BufferedImage seen, JsonNode box, Meant meant) {
        int all = 0;
        int same = 0;
        for (double across = 0.02; across < 0.98; across += 0.02) {
            for (double down = 0.02; down < 0.98; down += 0.02) {
                int x = (int)
                        ((box.path("x").asDouble() + across * box.path("width").asDouble()) * seen.getWidth());
                int y = (int)
                        ((box.path("y").asDouble() + down * box.path("height").asDouble()) * seen.getHeight());
                all++;
                same += isAlike(new Color(seen.getRGB(x, y)), meant.at(x, y)) ? 1 : 0;
            }
        }
        return (double) same / all;
    }

    private static boolean isAlike(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) < 24
                && Math.abs(one.getGreen() - other.getGreen()) < 24
                && Math.abs(one.getBlue() - other.getBlue()) < 24;
    }

    private static BufferedImage picture(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** The pixels in the order in which the sensor had them, by which side of the scene its first row and column are. */
    private static BufferedImage stored(BufferedImage meant, int held) {
        int width = meant.getWidth();
        int height = meant.getHeight();
        boolean isSideways = held > 4;
        boolean startsRight = held == 2 || held == 3 || held == 6 || held == 7;
        boolean startsBelow = held == 3 || held == 4 || held == 7 || held == 8;
        BufferedImage stored = new BufferedImage(
                isSideways ? height : width, isSideways ? width : height, BufferedImage.TYPE_3BYTE_BGR);
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int across = isSideways ? row : column;
                int down = isSideways ? column : row;
                stored.setRGB(
                        column,
                        row,
                        meant.getRGB(
                                startsRight ? width - 1 - across : across, startsBelow ? height - 1 - down : down));
            }
        }
        return stored;
    }

    private static byte[] file(String format, BufferedImage stored, int held) {
        return switch (format) {
            case "jpeg" ->
                Pictures.withSegment(
                        Pictures.written(stored, "jpeg"),
                        0xE1,
                        ByteBuffer.allocate(32)
                                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                                .put(exif(held))
                                .array());
            case "png" -> png(Pictures.written(stored, "png"), exif(held));
            default -> tiff(stored, held);
        };
    }

    private static byte[] exif(int held) {
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) held)
                .array();
    }

    private static byte[] png(byte[] png, byte[] exif) {
        byte[] type = "eXIf".getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(type);
        sum.update(exif);
        return ByteBuffer.allocate(png.length + exif.length + 12)
                .put(png, 0, PNG_HEADER_END)
                .putInt(exif.length)
                .put(type)
                .put(exif)
                .putInt((int) sum.getValue())
                .put(png, PNG_HEADER_END, png.length - PNG_HEADER_END)
                .array();
    }

    /** One strip of red, green and blue; the way up is a field among the others. */
    private static byte[] tiff(BufferedImage stored, int held) {
        int width = stored.getWidth();
        int height = stored.getHeight();
        int strip = 16;
        int[][] fields = {
            {256, width},
            {257, height},
            {258, 8},
            {259, 1},
            {262, 2},
            {273, strip},
            {274, held},
            {277, 3},
            {278, height},
            {279, 3 * width * height}
        };
        int directory = strip + 3 * width * height;
        ByteBuffer file = ByteBuffer.allocate(directory + 2 + 12 * fields.length + 4);
        file.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(directory);
        file.putShort((short) 8).putShort((short) 8).putShort((short) 8).putShort((short) 0);
        for (int i = 0; i < width * height; i++) {
            Color colour = new Color(stored.getRGB(i % width, i / width));
            file.put((byte) colour.getRed()).put((byte) colour.getGreen()).put((byte) colour.getBlue());
        }
        file.putShort((short) fields.length);
        for (int[] field : fields) {
            boolean isDepth = field[0] == 258;
            file.putShort((short) field[0]).putShort((short) (isDepth ? 3 : 4));
            file.putInt(isDepth ? 3 : 1).putInt(isDepth ? 8 : field[1]);
        }
        return file.array();
    }
}
