package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process with half a gigabyte, and more photos at once than that would hold. */
class HugePhotosTest {
    private static final int AT_ONCE = 5;

    @TempDir
    Path folder;

    @Test
    void photosThatDoNotFitInMemoryTogetherAreTakenInOneAfterTheOther() throws Exception {
        byte[] fortyMegapixels = wall(8_000, 5_000);
        try (ChildProcess child = ChildProcess.start(
                List.of(),
                DemoServerProcess.class,
                folder.resolve("output"),
                folder.resolve("data").toString())) {
            Office office = Office.at(child.address());
            String collection = office.openCollection("Murals");

            List<CompletableFuture<Answer>> uploads = IntStream.range(0, AT_ONCE)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> office.photographer()
                            .upload(collection, "mural.jpg", Pictures.sameAgain(fortyMegapixels, number))))
                    .toList();

            assertThat(uploads)
                    .allSatisfy(upload -> assertThat(upload.join().status()).isEqualTo(201));
            assertThat(child.printed()).doesNotContain("OutOfMemoryError");
        }
    }

    private static byte[] wall(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return Pictures.written(image, "jpeg");
    }
}
