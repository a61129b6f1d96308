package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.CoverStyle;
import org.quitclaim.face.TestData;

/** Whatever the file was that came in, a cover hides what is under it, and what leaves is one picture and nothing else. */
@Requirement({"R42", "R44"})
class CoveredPicturesTest {
    private static final Color BLOCK = new Color(0x5a5f66);
    /** As far as JPEG keeps a colour beside its edge. */
    private static final int CLOSE = 24;

    private final RenditionEncoder encoder = new RenditionEncoder();

    /** Somebody in red on green, in the upper left of the picture as it is stored. */
    private static BufferedImage somebody(int type) {
        BufferedImage picture = new BufferedImage(96, 64, type);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.GREEN);
        graphics.fillRect(0, 0, 96, 64);
        graphics.setColor(Color.RED);
        graphics.fillRect(8, 8, 24, 16);
        graphics.dispose();
        return picture;
    }

    private static byte[] jpeg(int orientation) throws IOException {
        BufferedImage picture = somebody(BufferedImage.TYPE_INT_RGB);
        byte[] plain = new RenditionEncoder().encode(TestData.read(SamplePhotos.png(picture)), List.of());
        return SamplePhotos.rotated(plain, orientation);
    }

    private static boolean isRed(int rgb) {
        Color colour = new Color(rgb);
        return colour.getRed() > colour.getGreen() + 60 && colour.getRed() > colour.getBlue() + 60;
    }

    /** Where red is on what was decoded, upright. */
    private static Box red(BufferedImage picture) {
        List<int[]> places = new ArrayList<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (isRed(picture.getRGB(x, y))) {
                    places.add(new int[] {x, y});
                }
            }
        }
        assertThat(places).isNotEmpty();
        double width = picture.getWidth();
        double height = picture.getHeight();
        double left = places.stream().mapToInt(at -> at[0]).min().orElseThrow();
        double top = places.stream().mapToInt(at -> at[1]).min().orElseThrow();
        double right = places.stream().mapToInt(at -> at[0]).max().orElseThrow() + 1;
        double bottom = places.stream().mapToInt(at -> at[1]).max().orElseThrow() + 1;
        return new Box(left / width, top / height, (right - left) / width, (bottom - top) / height);
    }

    /** One picture from its first marker to its last, no thumbnail, gain map or second picture behind or in front of it. */
    private static void isOnePicture(byte[] file) {
        List<Integer> starts = IntStream.range(0, file.length - 1)
                .filter(at -> (file[at] & 0xFF) == 0xFF && (file[at + 1] & 0xFF) == 0xD8)
                .boxed()
                .toList();
        assertThat(starts).containsExactly(0);
        assertThat(file[file.length - 2] & 0xFF).isEqualTo(0xFF);
        assertThat(file[file.length - 1] & 0xFF).isEqualTo(0xD9);
        Map<Integer, Integer> segments = new TreeMap<>();
        int at = 2;
        while ((file[at + 1] & 0xFF) != 0xDA) {
            segments.merge(file[at + 1] & 0xFF, 1, Integer::sum);
            at += 2 + ((file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF);
        }
        assertThat(segments.keySet())
                .as("segments for applications")
                .noneMatch(marker -> marker > 0xE0 && marker <= 0xEF);
    }

    private static int apart(Color one, Color other) {
        return Math.max(
                Math.abs(one.getRed() - other.getRed()),
                Math.max(Math.abs(one.getGreen() - other.getGreen()), Math.abs(one.getBlue() - other.getBlue())));
    }

    private static void isFilled(BufferedImage picture, Box box) {
        for (int y = (int) (box.y() * picture.getHeight()); y < (box.y() + box.height()) * picture.getHeight(); y++) {
            for (int x = (int) (box.x() * picture.getWidth()); x < (box.x() + box.width()) * picture.getWidth(); x++) {
                Color colour = new Color(picture.getRGB(Math.min(x, picture.getWidth() - 1), y));
                assertThat(apart(colour, BLOCK)).as("%d, %d: %s", x, y, colour).isLessThan(CLOSE);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void howeverACameraWasHeldTheCoverIsWhereTheFaceIsSeen(int orientation) throws IOException {
        UprightImage upright = TestData.read(jpeg(orientation));
        Box face = red(PixelPacking.unpack(upright));
        byte[] file = encoder.encode(upright, List.of(face));
        BufferedImage covered = SamplePhotos.decode(file);

        assertThat(covered.getWidth()).isEqualTo(orientation < 5 ? 96 : 64);
        isFilled(covered, face);
        isOnePicture(file);
    }

    /** Alpha, palettes, greys, one bit a pixel, sixteen of them. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY
            })
    void whateverColoursAreMadeOfTheCoverIsOpaqueInAllOfThem(int type) throws IOException {
        BufferedImage picture = somebody(type);
        if (picture.getColorModel().hasAlpha()) {
            for (int x = 0; x < 40; x++) {
                picture.setRGB(x, 12, 0x30ff0000);
            }
        }
        Box face = new Box(8 / 96.0, 8 / 64.0, 24 / 96.0, 16 / 64.0);
        byte[] file = encoder.encode(TestData.read(SamplePhotos.png(picture)), List.of(face));

        isFilled(SamplePhotos.decode(file), face);
        isOnePicture(file);
    }

    @Test
    void ofFourInksAndOfSixteenBitsNothingIsLeftEither() throws IOException {
        Box face = new Box(0.1, 0.1, 0.4, 0.4);
        for (byte[] came : List.of(
                SamplePhotos.cmyk(),
                SamplePhotos.png(SixteenBit.of(somebody(BufferedImage.TYPE_INT_RGB))),
                SamplePhotos.webp(false))) {
            byte[] file = encoder.encode(TestData.read(came), List.of(face));
            isFilled(SamplePhotos.decode(file), face);
            isOnePicture(file);
        }
    }

    /** The margin ends where the picture does, and a face in a corner is covered as any other. */
    @ParameterizedTest
    @EnumSource(CoverStyle.class)
    void atTheBorderACoverCoversAllOfTheFaceToo(CoverStyle style) throws IOException {
        RenditionEncoder styled = new RenditionEncoder(style);
        UprightImage image = TestData.read(SamplePhotos.png(somebody(BufferedImage.TYPE_INT_RGB)));
        for (double side : new double[] {0.2, 0.5, 1}) {
            for (double x : new double[] {0, (1 - side) / 2, 1 - side}) {
                for (double y : new double[] {0, (1 - side) / 2, 1 - side}) {
                    Box face = new Box(x, y, side, side);
                    BufferedImage covered = SamplePhotos.decode(styled.encode(image, List.of(face)));
                    within(covered, face)
                            .forEach(colour -> assertThat(Math.abs(colour.getRed() - colour.getGreen()))
                                    .as("%s at %s", colour, face)
                                    .isLessThan(60));
                }
            }
        }
    }

    private static List<Color> within(BufferedImage picture, Box box) {
        List<Color> colours = new ArrayList<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                double across = (x + 0.5) / picture.getWidth();
                double down = (y + 0.5) / picture.getHeight();
                if (across > box.x()
                        && across < box.x() + box.width()
                        && down > box.y()
                        && down < box.y() + box.height()) {
                    colours.add(new Color(picture.getRGB(x, y)));
                }
            }
        }
        return colours;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aPictureThatIsALineIsCoveredToo(int pixels) throws IOException {
        for (BufferedImage line : List.of(
                new BufferedImage(pixels, 64, BufferedImage.TYPE_INT_RGB),
                new BufferedImage(64, pixels, BufferedImage.TYPE_INT_RGB))) {
            Graphics2D graphics = line.createGraphics();
            graphics.setColor(Color.RED);
            graphics.fillRect(0, 0, 64, 64);
            graphics.dispose();
            UprightImage image = TestData.read(SamplePhotos.png(line));
            Box all = new Box(0, 0, 1, 1);
            byte[] file = encoder.encode(image, List.of(all));
            isFilled(SamplePhotos.decode(file), all);
            byte[] preview = encoder.preview(image, List.of(all), 16, "");
            isFilled(SamplePhotos.decode(preview), all);
        }
    }
}
