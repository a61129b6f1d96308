package org.quitclaim.face.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;

/** What can be computed of a face at all: where it is, how it lies, and its faceprint. No mood, age, sex or origin. */
class WhatAPackJudgesTest {
    private static final List<Class<?>> NETWORKS =
            List.of(DetectorModel.class, AlignerModel.class, EmbedderModel.class);

    @Test
    @Requirement("R80")
    void a_pack_has_room_for_finders_an_aligner_and_an_embedder_only() {
        assertThat(Stream.of(ModelPack.class.getRecordComponents())
                        .map(RecordComponent::getType)
                        .filter(type -> type.getSimpleName().endsWith("Model")))
                .isEqualTo(NETWORKS);
    }

    @Test
    @Requirement("R80")
    void the_pack_that_is_built_brings_no_other_network() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("quitclaim.models")))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".onnx")))
                    .containsExactlyInAnyOrder("aligner.onnx", "detector.onnx", "embedder.onnx", "proposer.onnx");
        }
    }
}
