package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.photo.Renditions;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.face.image.PhotoReader;
import org.quitclaim.face.image.PhotoReading;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.AccessReason;
import org.quitclaim.vault.Accessor;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import tools.jackson.databind.JsonNode;

/**
 * What is shown, looked at and released is one decoding of the file; nobody's browser decodes the file itself, which might
 * turn it, colour it or take another picture of it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneDecodingTest {
    private static final Origin TEST = Origin.system("test");
    private static final AccessReason CHECK =
            new AccessReason(new Accessor.SystemTask("test"), "SYSTEM", AccessPurpose.AUDIT);

    private Server server;
    private Office office;
    private String collection;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = Running.demo(folder.resolve("data"));
        office = Office.at(server.address());
        collection = office.openCollection("Formats");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "a.heic, 1, true", "heic-named.jpg, 1, true", "a.avif, 1, true", "lossless.webp, 1, true",
        "small.tif, 1, true", "icc-p3.jpg, 1, false", "two.mpo.jpg, 2, false", "gray16.png, 1, false",
        "apng-hiddendefault.png, 2, false", "webp-fast-encoder-method0.webp, 1, false", "cmyk.jpg, 1, false"
    })
    void screensTheDetectorAndReleasesHaveTheSamePixels(String name, int pictures, boolean isDeveloped)
            throws IOException, VaultException {
        byte[] file = reported(name);
        Answer answer = office.photographer().upload(collection, name, file);
        assumeFalse(answer.status() == 422 && answer.text("code").equals("photo.decoder-missing"), answer.asked());
        Office.Taken photo = Office.taken(answer.orFail());
        assertThat(answer.json().path("picturesInFile").asInt()).isEqualTo(pictures);
        BufferedImage meant = picture(decoded(file));

        Registered state = (Registered) server.bean(Streams.class).photo(new PhotoId(photo.photo()));
        byte[] kept = server.bean(Vault.class).open(state.image(), CHECK).bytes();
        assertThat(Arrays.equals(Arrays.copyOf(kept, 2), Arrays.copyOf(file, 2)))
                .as("in the format in which it came, or developed")
                .isNotEqualTo(isDeveloped);
        assertThat(new PhotoReader().isDecodedOutside(kept))
                .as("kept as what it was decoded to")
                .isFalse();
        assertThat(difference(picture(decoded(kept)), meant)).isLessThan(3);
        JsonNode known = office.editor()
                .uploadTo("/api/may-i", "", name, file)
                .orFail()
                .json()
                .path("photos")
                .path(0);
        assertThat(known.path("photoId").asString()).as("known again").isEqualTo(photo.photo());
        assertThat(known.path("same").asBoolean()).isTrue();

        byte[] preview = office.editor()
                .get("/api/photos/" + photo.photo() + "/preview")
                .orFail()
                .bytes();
        assertThat(preview).startsWith(0xFF, 0xD8);
        assertThat(difference(ImageIO.read(new ByteArrayInputStream(preview)), meant))
                .isLessThan(14);

        byte[] released = server.bean(Renditions.class)
                .bytes(new PhotoId(photo.photo()), new RenditionId(photo.rendition()), TEST);
        assertThat(difference(picture(decoded(released)), meant)).isLessThan(3);
    }

    private static byte[] reported(String name) throws IOException {
        String folder = System.getenv("QUITCLAIM_TEST_DATA");
        assumeTrue(folder != null && !folder.isBlank(), "QUITCLAIM_TEST_DATA names no folder");
        return Files.readAllBytes(Path.of(folder, "cases", name));
    }

    private static UprightImage decoded(byte[] file) {
        return switch (new PhotoReader().read(file)) {
            case PhotoReading.Readable(var image) -> image;
            case PhotoReading.Refused(var reason) -> throw new AssertionError(reason.code());
        };
    }

    private static BufferedImage picture(UprightImage image) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        byte[] rgb = image.rgb();
        for (int i = 0; i < image.width() * image.height(); i++) {
            int pixel = (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | rgb[3 * i + 2] & 0xFF;
            picture.setRGB(i % image.width(), i / image.width(), pixel);
        }
        return picture;
    }

    /** How far the colours of two pictures are apart on average, 0..255, once both are small. */
    private static double difference(BufferedImage one, BufferedImage other) {
        int[] left = small(one);
        int[] right = small(other);
        long sum = 0;
        for (int i = 0; i < left.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((left[i] >> shift & 0xFF) - (right[i] >> shift & 0xFF));
            }
        }
        return sum / (3.0 * left.length);
    }

    private static int[] small(BufferedImage picture) {
        BufferedImage small = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, 96, 64, null);
        graphics.dispose();
        return small.getRGB(0, 0, 96, 64, null, 0, 96);
    }
}
