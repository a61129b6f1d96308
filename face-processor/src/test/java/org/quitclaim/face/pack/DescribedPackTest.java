package org.quitclaim.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.drawn.pack.ToyEmbedder;
import org.quitclaim.drawn.pack.ToyPack;
import org.quitclaim.face.TestData;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.detect.FaceDetector;
import org.quitclaim.face.embed.FaceEmbedder;

/** The pack.json that the runbook gives, with a generated network in the place of the one that is not here. */
class DescribedPackTest {
    private static final String SFACE = "face_recognition_sface_2021dec.onnx";
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_description_in_the_runbook_works_and_refuses_any_other_file(@TempDir Path folder) throws IOException {
        Files.copy(TestData.folder().resolve("models").resolve(ToyPack.DETECTOR), folder.resolve(ToyPack.DETECTOR));
        Files.write(folder.resolve(SFACE), new ToyEmbedder(112).toOnnx());
        Path description = folder.resolve("pack.json");
        Files.writeString(description, example());
        assertThatThrownBy(new PackFolder(folder)::read).isInstanceOfSatisfying(PackUnusable.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("start.pack-model-altered");
            assertThat(refusal).hasMessageContaining(SFACE);
        });

        Files.writeString(
                description,
                example()
                        .replace(
                                "0ba9fbfa01b5270c96627c4ef784da859931e02f04419c829e83484087c34e79",
                                Digests.of(folder.resolve(SFACE)))
                        .replace("\"dimension\": 128", "\"dimension\": " + ToyEmbedder.DIMENSION));
        ModelPack pack = new PackFolder(folder).read();
        try (FaceDetector detector = new FaceDetector(pack, 1);
                FaceEmbedder embedder = new FaceEmbedder(pack, TestPermits.issuer(InstantSource.system()), 1)) {
            assertThat(detector).isNotNull();
            assertThat(embedder).isNotNull();
        }
    }

    private static String example() throws IOException {
        Matcher found = EXAMPLE.matcher(
                Files.readString(Path.of(System.getProperty("quitclaim.root"), "docs", "runbooks", "own-pack.md")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
