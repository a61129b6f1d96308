package org.quitclaim.face.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HEIC, AVIF, lossless WebP and TIFF that say one thing and are another. */
class LyingContainersTest {
    private static final int MEBIBYTE = 1 << 20;

    private static PhotoRefusal refusal(byte[] file) {
        return switch (new PhotoReader().read(file)) {
            case PhotoReading.Refused(var reason) -> reason;
            case PhotoReading.Readable readable -> throw new AssertionError(readable);
        };
    }

    private static int find(byte[] file, String what) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(what);
        assertThat(at).as(what).isPositive();
        return at;
    }

    /** The field of the first directory; its value where it fits into the field. */
    private static byte[] withField(byte[] tiff, int tag, int value) {
        byte[] changed = tiff.clone();
        ByteBuffer data = TiffFile.data(changed);
        int at = data.getInt(4) + 2;
        while (Short.toUnsignedInt(data.getShort(at)) != tag) {
            at += 12;
        }
        data.putShort(at + 2, (short) 4).putInt(at + 4, 1).putInt(at + 8, value);
        return changed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.heic", "plain.avif"})
    void aSizeThatTheStreamDoesNotHaveIsDamaged(String name) throws IOException {
        byte[] file = PixelsOthersSeeTest.file(name);
        PixelsOthersSeeTest.read(file);
        ByteBuffer.wrap(file).putInt(find(file, "ispe") + 8, 90);
        assertThat(refusal(file)).isEqualTo(new PhotoRefusal.Damaged());
    }

    @ParameterizedTest
    @CsvSource({
        "60000, 60000, photo.too-many-pixels",
        "70000, 10, photo.side-too-long",
        "-1, 10, photo.damaged",
        "0, 10, photo.damaged"
    })
    void aSizeThatIsTooLargeIsRefusedBeforeAnythingIsRun(int width, int height, String code) throws IOException {
        byte[] file = PixelsOthersSeeTest.file("plain.heic");
        ByteBuffer.wrap(file).putInt(find(file, "ispe") + 8, width).putInt(find(file, "ispe") + 12, height);
        assertThat(refusal(file).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain.heic",
                "plain.avif",
                "two.heic",
                "lossless.webp",
                "animated-lossless.webp",
                "lzw.tif",
                "tiled.tif"
            })
    void whatEndsTooSoonSaysSo(String name) throws IOException {
        byte[] whole = PixelsOthersSeeTest.file(name);
        // behind the last directory of a TIFF lies nothing that a pixel depends on
        int most = name.endsWith(".tif") ? whole.length * 4 / 5 : whole.length - 1;
        for (int kept : new int[] {most, whole.length * 3 / 4, whole.length / 2}) {
            assertThat(refusal(Arrays.copyOf(whole, kept)).code())
                    .as("%d bytes", kept)
                    .isEqualTo("photo.truncated");
        }
    }

    /** The same bytes on every run. */
    @ParameterizedTest
    @ValueSource(
            strings = {"plain.heic", "plain.avif", "10-bit.avif", "two.heic", "lossless.webp", "animated-lossless.webp"
            })
    void whateverIsDamagedIsReadOrRefused(String name) throws IOException {
        Random random = new Random(20_261_129);
        for (int round = 0; round < 12; round++) {
            byte[] file = PixelsOthersSeeTest.file(name);
            for (int flip = 0; flip < 3; flip++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            assertThat(new PhotoReader().read(file)).isNotNull();
            assertThat(new PhotoReader().pictures(file)).isPositive();
        }
    }

    @Test
    void aFileWithoutAPictureOfItsOwnIsRefused() {
        byte[] film = "\0\0\0\u0018ftypmsf1\0\0\0\0msf1heic".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(film).code()).isEqualTo("photo.damaged");
    }

    @Test
    void aTileLargerThanThePictureIsRefused() throws IOException {
        byte[] tiled = PixelsOthersSeeTest.file("tiled.tif");
        byte[] huge = withField(withField(tiled, TiffFile.TILE_WIDTH, 60_000), TiffFile.TILE_HEIGHT, 60_000);
        assertThat(Allocation.of(() -> assertThat(refusal(huge).code()).isEqualTo("photo.too-many-pixels")))
                .isLessThan(8 * MEBIBYTE);
    }

    @Test
    void aTiffThatLeadsOutOfItselfIsRefused() throws IOException {
        byte[] tiff = PixelsOthersSeeTest.file("none.tif");
        assertThat(refusal(withField(tiff, TiffFile.STRIP_OFFSETS, Integer.MAX_VALUE))
                        .code())
                .isEqualTo("photo.truncated");
        assertThat(refusal(withField(tiff, TiffFile.COMPRESSION, 50_000)).detail())
                .isEqualTo("TIFF (Zstandard)");
    }

    /** Its directory is followed by itself. */
    @Test
    void aTiffThatBitesItsTailIsReadAndHasOnePicture() throws IOException {
        byte[] tiff = PixelsOthersSeeTest.file("lzw.tif");
        ByteBuffer data = TiffFile.data(tiff);
        int directory = data.getInt(4);
        data.putInt(directory + 2 + 12 * data.getShort(directory), directory);
        PixelsOthersSeeTest.read(tiff);
        assertThat(new PhotoReader().pictures(tiff)).isEqualTo(1);
    }

    @Test
    void aJpegInATiffMayNotBeLargerThanThePicture() throws IOException {
        byte[] tiff = PixelsOthersSeeTest.file("jpeg.tif");
        int frame = find(tiff, "\u00ff\u00c0");
        ByteBuffer.wrap(tiff).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);
        assertThat(Allocation.of(() -> assertThat(refusal(tiff)).isEqualTo(new PhotoRefusal.Damaged())))
                .isLessThan(8 * MEBIBYTE);
    }

    @Test
    void whatIsMissingIsNamed(@TempDir Path empty) {
        assertThat(OutsideProgram.HEIF.missing(empty)).containsExactly("bubblewrap", "heif-thumbnailer");
        assertThat(OutsideProgram.WEBP.missing(empty)).containsExactly("bubblewrap", "webp");
        PhotoRefusal missing = new PhotoRefusal.DecoderMissing("HEIC", OutsideProgram.HEIF.missing(empty));
        assertThat(missing.detail()).isEqualTo("HEIC (bubblewrap, heif-thumbnailer)");
    }
}
