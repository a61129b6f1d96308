package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused is called what it is. */
class KnownFileTest {
    private static final short MAKE = 0x010F;
    private static final short SUB_PICTURES = 0x014A;
    private static final short DNG_VERSION = (short) 0xC612;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IIU.                 | photo.camera-raw         | Panasonic RW2",
                "IIRO                 | photo.camera-raw         | Olympus ORF",
                "FUJIFILMCCD-RAW 0201 | photo.camera-raw         | Fujifilm RAF",
                "FOVb                 | photo.camera-raw         | Sigma X3F",
                "....ftypcrx          | photo.camera-raw         | Canon CR3",
                "II+.                 | photo.unsupported-format | BigTIFF",
                "II*.    IIII         | photo.camera-raw         | Phase One IIQ",
                "....ftypisom         | photo.not-an-image       | MP4, MOV",
                "....ftypqt           | photo.not-an-image       | MP4, MOV",
                "GIF89a               | photo.unsupported-format | GIF",
                "8BPS                 | photo.unsupported-format | Photoshop",
                "BM....1234....(...   | photo.unsupported-format | BMP",
                "BM....               | photo.not-an-image       | ''",
                "II\u00bc             | photo.unsupported-format | JPEG XR",
                "\u00ffO\u00ffQ       | photo.unsupported-format | JPEG 2000",
                "..\1.                | photo.unsupported-format | ICO",
                "v/1\1.               | photo.unsupported-format | OpenEXR",
                "%PDF-1.7             | photo.not-an-image       | PDF",
                "%PDF-2.0             | photo.not-an-image       | PDF",
                "Dear sir or madam    | photo.not-an-image       | ''",
            })
    void aFileIsKnownByItsFirstBytes(String begin, String code, String name) {
        byte[] file = new byte[64];
        byte[] first = begin.replace('.', '\0').getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(first, 0, file, 0, first.length);
        if (begin.contains("crx") || begin.contains("qt")) {
            file[11] = ' ';
            file[10] = begin.contains("qt") ? (byte) ' ' : file[10];
        }
        assertRefused(file, code, name);
    }

    @Test
    void aTiffOfACameraIsCalledRaw() {
        assertRefused(tiff(MAKE, SUB_PICTURES), "photo.camera-raw", "NEF, ARW, PEF");
        assertRefused(tiff(DNG_VERSION), "photo.camera-raw", "DNG");
    }

    /** However it lies about where its fields are. */
    @Test
    void aTiffThatEndsTooSoonSaysSo() {
        for (byte[] file :
                new byte[][] {tiff(), ByteBuffer.allocate(8).put(tiff(), 0, 8).array()}) {
            assertRefused(file, "photo.truncated", "");
        }
        byte[] beyond = tiff(MAKE);
        ByteBuffer.wrap(beyond).putInt(4, -1);
        assertRefused(beyond, "photo.truncated", "");
    }

    @Test
    void aSideThatIsTooLongIsNotCalledTooManyPixels() {
        assertThat(new PhotoRefusal.SideTooLong().detail()).isEqualTo(Integer.toString(PhotoLimits.MAX_SIDE));
    }

    private static byte[] tiff(short... tags) {
        ByteBuffer file = ByteBuffer.allocate(64 + 12 * tags.length)
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) tags.length);
        for (short tag : tags) {
            file.putShort(tag).put(new byte[10]);
        }
        return file.array();
    }

    private static void assertRefused(byte[] file, String code, String name) {
        assertThat(new PhotoReader().read(file)).isInstanceOfSatisfying(PhotoReading.Refused.class, refused -> {
            assertThat(refused.reason().code()).isEqualTo(code);
            assertThat(refused.reason().detail()).isEqualTo(name);
        });
    }
}
