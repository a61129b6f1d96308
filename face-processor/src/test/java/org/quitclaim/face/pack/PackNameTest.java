package org.quitclaim.face.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.drawn.pack.ToyEmbedder;
import org.quitclaim.drawn.pack.ToyPack;

/** Two packs that differ in what faceprints depend on have two names, although their makers gave them one. */
class PackNameTest {
    @TempDir
    private Path folder;

    private ToyPack toy;
    private ModelPack first;

    @BeforeEach
    void write() throws IOException {
        Path detector = folder.resolve("any");
        Files.writeString(detector, "not opened here");
        toy = new ToyPack(folder);
        toy.write(detector);
        first = new PackFolder(folder).read();
    }

    @Test
    void another_embedder_or_another_number_of_it_is_another_name() throws IOException {
        assertThat(first.name()).matches("toy/1/[0-9a-f]{10}");
        assertThat(changed("\"scale\": 1, \"dimension\"", "\"scale\": 0.5, \"dimension\"")
                        .name())
                .isNotEqualTo(first.name());
        assertThat(changed("0.3419", "0.3420").name()).isNotEqualTo(first.name());
        Files.write(folder.resolve(ToyPack.EMBEDDER), new ToyEmbedder(140).toOnnx());
        toy.describe();
        assertThat(new PackFolder(folder).read().name()).isNotEqualTo(first.name());
    }

    @Test
    void another_detector_is_another_name_where_it_gives_the_points() throws IOException {
        Files.writeString(folder.resolve(ToyPack.DETECTOR), "another");
        toy.describe();
        assertThat(new PackFolder(folder).read().name()).isNotEqualTo(first.name());
    }

    @Test
    void photos_are_looked_at_again_with_another_detector_and_with_another_threshold_of_it_only() throws IOException {
        assertThat(changed("\"scoreThreshold\": 0.8", "\"scoreThreshold\": 0.7").detectorName())
                .isNotEqualTo(first.detectorName());
        assertThat(changed("\"scale\": 1, \"dimension\"", "\"scale\": 0.5, \"dimension\"")
                        .detectorName())
                .isEqualTo(first.detectorName());
        Files.writeString(folder.resolve(ToyPack.DETECTOR), "another");
        toy.describe();
        assertThat(new PackFolder(folder).read().detectorName()).isNotEqualTo(first.detectorName());
    }

    @Test
    void other_limits_are_the_same_name_and_another_digest() throws IOException {
        ModelPack other = changed("\"threshold\": 0.6", "\"threshold\": 0.55");

        assertThat(other.name()).isEqualTo(first.name());
        assertThat(other.digest()).isNotEqualTo(first.digest());
    }

    @Test
    void other_spaces_and_another_order_are_the_same_pack() throws IOException {
        ModelPack other = changed("\"id\": \"toy\",\n  \"version\": \"1\"", "\"version\": \"1\", \"id\":   \"toy\"");

        assertThat(other.name()).isEqualTo(first.name());
        assertThat(other.digest()).isEqualTo(first.digest());
    }

    private ModelPack changed(String was, String is) throws IOException {
        toy.describe();
        Path description = folder.resolve("pack.json");
        String text = Files.readString(description);
        assertThat(text).contains(was);
        Files.writeString(description, text.replace(was, is));
        return new PackFolder(folder).read();
    }
}
