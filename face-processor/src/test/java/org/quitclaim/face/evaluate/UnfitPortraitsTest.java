package org.quitclaim.face.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.face.TestData;
import org.quitclaim.face.detect.DetectedFace;
import org.quitclaim.face.embed.Embedding;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.face.pack.PackFolder;
import org.quitclaim.face.quality.QualityFault;

/** Real portraits that were made worse are refused by what is wrong with them. */
@Requirement("R83")
class UnfitPortraitsTest {

    private static final int SIDE = 250;

    @TempDir
    Path folder;

    private BufferedImage portrait;

    @BeforeEach
    void open() throws IOException {
        Path file = TestData.folder().resolve("faces/people/p000/1.jpg");
        assumeTrue(Files.isRegularFile(file), "The shared test data holds no portraits of real people");
        portrait = ImageIO.read(file.toFile());
        Files.createDirectories(folder.resolve("photos"));
    }

    private void keep(String person, BufferedImage picture) throws IOException {
        Path file = folder.resolve("people").resolve(person).resolve("1.png");
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
    }

    /** On a grey ground, so that the picture itself stays large. */
    private BufferedImage shown(BufferedImage picture, int side) {
        BufferedImage ground = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = ground.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, SIDE, SIDE);
        graphics.drawImage(
                picture.getScaledInstance(side, side, Image.SCALE_SMOOTH), (SIDE - side) / 2, (SIDE - side) / 2, null);
        graphics.dispose();
        return ground;
    }

    private static BufferedImage averaged(BufferedImage picture, int reach) {
        BufferedImage soft = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int sum = 0;
                int count = 0;
                for (int dy = -reach; dy <= reach; dy++) {
                    for (int dx = -reach; dx <= reach; dx++) {
                        sum += picture.getRGB(Math.clamp(x + dx, 0, SIDE - 1), Math.clamp(y + dy, 0, SIDE - 1)) & 0xFF;
                        count++;
                    }
                }
                soft.setRGB(x, y, 0x010101 * (sum / count));
            }
        }
        return soft;
    }

    @Test
    void aSmallOneIsCountedByItsReasonAndTheOthersEnrolled() throws IOException {
        keep("fine", portrait);
        keep("large", shown(portrait, 200));
        keep("small", shown(portrait, 50));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        EvaluateCommand.run(
                Asked.of(folder, null),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                new PrintStream(OutputStream.nullOutputStream()));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("enrolled: 2 people", "failure to enrol: 33.3 % (1 of 3;")
                .contains("portraits left out: faceprint.face-too-small 1");
    }

    /** A human may point at a face that no detector finds. */
    @Test
    void aSoftOneIsRefusedWhereTheSharpOneIsTaken() throws IOException {
        BufferedImage soft = averaged(averaged(averaged(portrait, 4), 4), 4);
        try (FaceReader reader = new FaceReader(PackFolder.configured().read())) {
            DetectedFace face = reader.find(upright(portrait)).getFirst();
            try (Embedding.Computed sharp = (Embedding.Computed) reader.enrolment(upright(portrait), face)) {
                assertThat(sharp.probes()).hasSize(1);
            }
            assertThat(reader.enrolment(upright(soft), face)).isEqualTo(new Embedding.Unfit(QualityFault.TOO_SOFT));
        }
    }

    /** What a small picture does not hold no enlarging brings back, whatever its size in pixels is then. */
    @Test
    void oneThatIsEnlargedFromASmallPictureIsRefused() throws IOException {
        BufferedImage enlarged = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = enlarged.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(portrait.getScaledInstance(32, 32, Image.SCALE_SMOOTH), 0, 0, SIDE, SIDE, null);
        graphics.dispose();
        try (FaceReader reader = new FaceReader(PackFolder.configured().read())) {
            DetectedFace face = reader.find(upright(portrait)).getFirst();
            assertThat(reader.enrolment(upright(enlarged), face)).isEqualTo(new Embedding.Unfit(QualityFault.TOO_SOFT));
        }
    }

    /** Noise differs between neighbours as nothing else does. */
    @Test
    void aMarkOnAWallIsRefusedThoughItsNoiseIsSharpAndAFaintPortraitIsTaken() throws IOException {
        Random random = new Random(1);
        BufferedImage wall = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        BufferedImage faint = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            wall.setRGB(i % SIDE, i / SIDE, 0x010101 * random.nextInt(124, 157));
            faint.setRGB(i % SIDE, i / SIDE, (portrait.getRGB(i % SIDE, i / SIDE) >> 1 & 0x7F7F7F) + 0x404040);
        }
        try (FaceReader reader = new FaceReader(PackFolder.configured().read())) {
            DetectedFace face = reader.find(upright(portrait)).getFirst();
            DetectedFace marked = new DetectedFace(new Box(0.3, 0.3, 0.4, 0.4), 1);
            assertThat(reader.enrolment(upright(wall), marked)).isEqualTo(new Embedding.Unfit(QualityFault.TOO_SOFT));
            try (Embedding.Computed taken = (Embedding.Computed) reader.enrolment(upright(faint), face)) {
                assertThat(taken.probes()).hasSize(1);
            }
        }
    }

    /** As of a picture that lies on its side, with its face marked by a human. */
    @Test
    void oneOnItsSideIsRefusedWhereTheUprightOneIsTaken() throws IOException {
        BufferedImage turned = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                turned.setRGB(SIDE - 1 - y, x, portrait.getRGB(x, y));
            }
        }
        try (FaceReader reader = new FaceReader(PackFolder.configured().read())) {
            DetectedFace face = reader.find(upright(portrait)).getFirst();
            Box box = face.box();
            DetectedFace marked = new DetectedFace(
                    new Box(1 - box.y() - box.height(), box.x(), box.height(), box.width()), face.score());
            assertThat(reader.enrolment(upright(turned), marked)).isEqualTo(new Embedding.Unfit(QualityFault.TILTED));
        }
    }

    /** A part of the face lies beyond the edge, at whichever side. */
    @ParameterizedTest
    @CsvSource({"-1, 0", "1, 0", "0, -1", "0, 1"})
    void oneThatTheEdgeCutsIsRefusedWhereTheWholeOneIsTaken(int right, int down) throws IOException {
        try (FaceReader reader = new FaceReader(PackFolder.configured().read())) {
            Box whole = reader.find(upright(portrait)).getFirst().box();
            double x = whole.x() + right * (right < 0 ? whole.x() : 1 - whole.x() - whole.width());
            double y = whole.y() + down * (down < 0 ? whole.y() : 1 - whole.y() - whole.height());
            int across = (int) Math.round((x - whole.x() + right * whole.width() / 4) * SIDE);
            int along = (int) Math.round((y - whole.y() + down * whole.height() / 4) * SIDE);
            BufferedImage cut = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            cut.createGraphics().drawImage(portrait, across, along, null);
            double left = Math.clamp(whole.x() + (double) across / SIDE, 0, 1);
            double top = Math.clamp(whole.y() + (double) along / SIDE, 0, 1);
            double end = Math.clamp(whole.x() + whole.width() + (double) across / SIDE, 0, 1);
            double bottom = Math.clamp(whole.y() + whole.height() + (double) along / SIDE, 0, 1);
            DetectedFace marked = new DetectedFace(new Box(left, top, end - left, bottom - top), 1);
            assertThat(reader.enrolment(upright(cut), marked)).isEqualTo(new Embedding.Unfit(QualityFault.CUT));
        }
    }

    private static UprightImage upright(BufferedImage picture) {
        byte[] rgb = new byte[SIDE * SIDE * UprightImage.BYTES_PER_PIXEL];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = i / UprightImage.BYTES_PER_PIXEL;
            int colours = picture.getRGB(pixel % SIDE, pixel / SIDE);
            rgb[i] = (byte) (colours >> 8 * (2 - i % UprightImage.BYTES_PER_PIXEL));
        }
        return new UprightImage(SIDE, SIDE, rgb);
    }
}
