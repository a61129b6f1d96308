package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureOnlyTest {
    private static final String NAME = "Wilhelmina Zonderling";

    private final PhotoReader reader = new PhotoReader();

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] segment(byte[] jpeg, int at, int marker, String content) {
        byte[] segment = new byte[4 + content.length()];
        segment[0] = (byte) 0xFF;
        segment[1] = (byte) marker;
        segment[2] = (byte) (content.length() + 2 >> 8);
        segment[3] = (byte) (content.length() + 2);
        System.arraycopy(bytes(content), 0, segment, 4, content.length());
        return SamplePhotos.inserted(jpeg, at, segment);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private byte[] only(byte[] file) {
        return reader.pictureOnly(file).orElseThrow();
    }

    private UprightImage decoded(byte[] file) {
        return switch (reader.read(file)) {
            case PhotoReading.Readable(var image) -> image;
            case PhotoReading.Refused(var reason) -> throw new AssertionError(reason.code());
        };
    }

    private void isThePictureAndNamesNobody(byte[] file) {
        byte[] only = only(file);
        assertThat(new String(only, StandardCharsets.ISO_8859_1)).doesNotContain("Zonderling", "ftyp", "xpacket");
        assertThat(decoded(only).rgb()).isEqualTo(decoded(file).rgb());
        assertThat(only(only)).as("there is nothing left to take away").isEqualTo(only);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aJpegKeepsItsPixelsAndTheWayUpAndNothingThatWasWrittenIntoIt(boolean isProgressive) throws IOException {
        byte[] jpeg = SamplePhotos.rotated(SamplePhotos.jpeg(isProgressive), 6);
        for (String content : new String[] {
            "http://ns.adobe.com/xap/1.0/\0<?xpacket?>" + NAME,
            "http://ns.adobe.com/xmp/extension/\0" + NAME,
            "Exif\0\0MM\0*" + NAME,
            "JFXX\0\020" + NAME,
            "MPF\0" + NAME,
            "Photoshop 3.0\0008BIM" + NAME,
            NAME
        }) {
            for (int marker :
                    new int[] {0xE0, 0xE1, 0xE2, 0xE3, 0xEB, 0xED, 0xEE, 0xEF, 0xFE, 0xF0, 0xFD, 0x02, 0xC8}) {
                jpeg = segment(jpeg, jpeg.length > 60_000 ? 2 : 2 + 36, marker, content);
            }
        }
        isThePictureAndNamesNobody(joined(jpeg, bytes("....ftypmp42" + NAME)));
    }

    @Test
    void whatIsHiddenBehindTheAdobeMarkGoesToo() throws IOException {
        byte[] plain = only(SamplePhotos.jpeg(false));
        isThePictureAndNamesNobody(segment(plain, 2, 0xEE, "Adobe\0\144\0\0\0\0\1" + NAME));
    }

    @Test
    void theThumbnailOfAJfifHeaderGoesToo() throws IOException {
        byte[] jpeg = SamplePhotos.jpeg(false);
        byte[] plain = only(jpeg);
        String header = "JFIF\0\1\1\0\0\1\0\1\7\1" + NAME;
        byte[] without = Arrays.copyOfRange(plain, 20, plain.length);
        byte[] file = segment(joined(new byte[] {(byte) 0xFF, (byte) 0xD8}, without), 2, 0xE0, header);
        isThePictureAndNamesNobody(file);
    }

    @Test
    void aJpegWithoutAnythingButItsPictureStaysAsItIs() throws IOException {
        byte[] clean = new RenditionEncoder().developed(decoded(SamplePhotos.jpeg(false)));
        assertThat(only(clean)).isEqualTo(clean);
    }

    @Test
    void aPngKeepsItsPixelsAndTheWayUp() throws IOException {
        byte[] png = SamplePhotos.rotatedPng(SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_INT_ARGB)), 8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes(NAME));
        }
        String zipped = packed.toString(StandardCharsets.ISO_8859_1);
        for (String[] chunk : new String[][] {
            {"tEXt", "Author\0" + NAME},
            {"zTXt", "Author\0\0" + zipped},
            {"iTXt", "XML:com.adobe.xmp\0\0\0\0\0<?xpacket?>" + NAME},
            {"tIME", "1234567"},
            {"caBX", NAME},
            {"prVt", NAME}
        }) {
            png = SamplePhotos.inserted(
                    png, SamplePhotos.PNG_HEADER_END, SamplePhotos.pngChunk(chunk[0], bytes(chunk[1])));
        }
        byte[] file = joined(png, bytes("ftyp" + NAME));
        isThePictureAndNamesNobody(file);
        assertThat(new String(only(file), StandardCharsets.ISO_8859_1)).doesNotContain(zipped);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Exif\0\0"})
    void aWebpKeepsItsPixelsAndTheWayUp(String prefix) {
        byte[] webp = SamplePhotos.rotatedWebp(3, prefix);
        byte[] xmp = joined(bytes("XMP \26\0\0\0"), bytes(NAME + " "));
        byte[] file = joined(webp, xmp);
        int size = file.length - 8;
        file[4] = (byte) size;
        file[5] = (byte) (size >> 8);
        file[6] = (byte) (size >> 16);
        isThePictureAndNamesNobody(file);
    }

    /** Then the pixels are kept, written anew. */
    @Test
    void aFileWhosePartsDoNotLieAsTheySayHasNoPictureOfItsOwn() throws IOException {
        byte[] jpeg = SamplePhotos.jpeg(false);
        assertThat(reader.pictureOnly(Arrays.copyOf(jpeg, jpeg.length - 2))).isEmpty();
        assertThat(reader.pictureOnly(SamplePhotos.inserted(jpeg, 2, bytes(NAME))))
                .isEmpty();
        byte[] png = SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_INT_RGB));
        assertThat(reader.pictureOnly(Arrays.copyOf(png, png.length - 12))).isEmpty();
        assertThat(reader.pictureOnly(bytes(NAME))).isEmpty();
        assertThat(reader.pictureOnly(new byte[0])).isEmpty();
    }

    @Test
    void noMutationEndsInAnythingButAFileOrNone() throws IOException {
        Random random = new Random(31);
        byte[][] samples = {
            SamplePhotos.rotated(SamplePhotos.jpeg(true), 5),
            SamplePhotos.rotatedPng(SamplePhotos.png(SamplePhotos.picture(BufferedImage.TYPE_INT_RGB)), 7),
            SamplePhotos.rotatedWebp(2, "")
        };
        for (int i = 0; i < 30_000; i++) {
            byte[] sample = samples[i % samples.length];
            byte[] mutated = Arrays.copyOf(sample, sample.length - (i % 5 == 0 ? random.nextInt(sample.length) : 0));
            for (int changes = 0; changes < 3 && mutated.length > 0; changes++) {
                mutated[random.nextInt(Math.min(mutated.length, 200))] = (byte) random.nextInt(256);
            }
            byte[] file = mutated;
            assertThat(reader.pictureOnly(file).map(only -> only.length).orElse(0))
                    .isLessThanOrEqualTo(file.length + 64);
        }
    }
}
