package org.quitclaim.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quitclaim.drawn.pack.ToyEmbedder;
import org.quitclaim.drawn.pack.ToyPack;
import org.quitclaim.face.TestData;
import org.quitclaim.face.TestPermits;
import org.quitclaim.face.detect.FaceDetector;
import org.quitclaim.face.embed.FaceEmbedder;

/** Each of these is a refusal when the pack is opened, which names the file, and none ends the process. */
class UnusablePackTest {
    @TempDir
    private Path folder;

    private ToyPack toy;

    @BeforeEach
    void write() throws IOException {
        toy = new ToyPack(folder);
        toy.write(TestData.folder().resolve("models").resolve(ToyPack.DETECTOR));
    }

    @Test
    void as_it_is_written_it_opens() throws IOException {
        open();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": \"toy\" | \"id\": \"../toy\" | id has to be",
                "\"version\": \"1\", | '' | version is missing",
                "\"licence\": \"MIT and Apache-2.0\" | \"licence\": \" \" | licence has to be a text",
                "\"trainingData\" | \"trainingDate\" | trainingData is missing",
                "\"closeRatio\": 0.9 | \"closeRatio\": 0.9, \"second\": {} | match.second.weight is missing",
                "\"closeRatio\": 0.9 | \"closeRatio\": 0.9, \"measured\": {} | match.measured.on is missing",
                "\"id\": \"toy\" | \"id\": \"toy\", \"id\": \"toy2\" | says a thing twice",
                "\"id\": \"toy\" | \"id\": \"toy\", \"colour\": 1 | colour is not known here",
                "\"strides\": [8, 16, 32] | \"strides\": [8, 16, 32], \"iou\": 0.3 | detector.iou is not known here",
                "\"strides\": [8, 16, 32] | \"strides\": [8, 16, 31] | strides",
                "\"strides\": [8, 16, 32] | \"strides\": [] | detector.strides has to be a list",
                "\"strides\": [8, 16, 32] | \"strides\": [8, 16, 0] | detector.strides has to be a whole number",
                "\"output\": \"yunet\" | \"output\": \"retina\" | detector.output has to be one of",
                "\"output\": \"yunet\" | \"output\": \"ssd-corners\" | detector.strides is not known here",
                "\"output\": \"five-points\" | \"output\": \"106-points\" | aligner.output has to be one of",
                "\"inputSize\": 640 | \"inputSize\": 16 | detector.inputSize has to be a whole number",
                "\"inputSize\": 640 | \"inputSize\": 1e9 | detector.inputSize has to be a whole number",
                "\"scoreThreshold\": 0.8 | \"scoreThreshold\": 7 | detector.scoreThreshold has to be a number from 0",
                "\"scoreThreshold\": 0.8 | \"scoreThreshold\": \"0.7\" | detector.scoreThreshold has to be a number",
                "\"mean\": [0, 0, 0], \"scale\": 1, \"dim | \"mean\": [0, 0], \"scale\": 1, \"dim | embedder.mean has"
                        + " to be 3",
                "\"scale\": 1, \"dim | \"scale\": 0, \"dim | embedder.scale has to be a number",
                "\"scale\": 1, \"dim | \"scale\": 1e999, \"dim | embedder.scale has to be a number",
                "\"scale\": 1, \"dim | \"scale\": NaN, \"dim | is no JSON",
                "\"colourOrder\": \"BGR\" | \"colourOrder\": \"GBR\" | detector.colourOrder has to be one of rgb, bgr",
                "\"dimension\": 588 | \"dimension\": 0 | embedder.dimension has to be a whole number",
                "\"dimension\": 588 | \"dimension\": 1.5 | embedder.dimension has to be a whole number",
                "\"metric\": \"cosine\" | \"metric\": \"manhattan\" | embedder.metric has to be one of",
                "[0.3419, 0.4616], | '' | aligner.template has to be five different points",
                "[0.3419, 0.4616], | [0.6565, 0.4598], | aligner.template has to be five different points",
                "\"threshold\": 0.6 | \"threshold\": -0.6 | match.threshold has to be a number",
                "\"likelyBelow\": 0.5 | \"likelyBelow\": 0.9 | have to grow in this order",
                "\"file\": \"toy.onnx\" | \"file\": \"../toy.onnx\" | embedder.file has to be the name",
                "\"file\": \"toy.onnx\" | \"file\": \"/etc/passwd\" | embedder.file has to be the name",
                "\"match\": { | \"match\": 1, \"match2\": { | match has to be an object"
            })
    void a_description_with_something_wrong_says_what(String was, String is, String said) throws IOException {
        change(was, is);

        assertRefused("start.pack-invalid", "pack.json", said);
    }

    @Test
    void what_is_no_description_is_refused() throws IOException {
        for (String text : new String[] {"", "[]", "null", "{", "\0\1\2"}) {
            Files.writeString(description(), text);
            assertThatThrownBy(this::open).isInstanceOf(PackUnusable.class);
        }
        Files.delete(description());
        assertRefused("start.pack-missing", "pack.json", "There is no");
    }

    @Test
    void a_model_that_is_missing_or_another_is_refused() throws IOException {
        Files.write(folder.resolve(ToyPack.EMBEDDER), new ToyEmbedder(140).toOnnx());
        assertRefused("start.pack-model-altered", ToyPack.EMBEDDER, "SHA-256");
        Files.delete(folder.resolve(ToyPack.EMBEDDER));
        assertRefused("start.pack-model-missing", ToyPack.EMBEDDER, "is missing");
    }

    @Test
    void a_model_that_is_cut_off_is_refused() throws IOException {
        for (String model : new String[] {ToyPack.EMBEDDER, ToyPack.DETECTOR}) {
            byte[] whole = Files.readAllBytes(folder.resolve(model));
            for (int length : new int[] {0, 1, whole.length / 3, whole.length / 2, whole.length - 1}) {
                replace(model, Arrays.copyOf(whole, length));
                assertRefused("start.pack-model-unusable", model, "");
            }
            replace(model, whole);
        }
        open();
    }

    @Test
    void what_is_no_onnx_is_refused() throws IOException {
        for (String content :
                new String[] {"version https://git-lfs.github.com/spec/v1\n", "<html>404</html>", "PK\3\4"}) {
            replace(ToyPack.EMBEDDER, content.getBytes(StandardCharsets.UTF_8));
            assertRefused("start.pack-model-unusable", ToyPack.EMBEDDER, "no ONNX model");
        }
    }

    @Test
    void a_model_of_other_shapes_is_refused() throws IOException {
        byte[] embedder = Files.readAllBytes(folder.resolve(ToyPack.EMBEDDER));
        replace(ToyPack.EMBEDDER, new ToyEmbedder(140).toOnnx());
        assertRefused("start.pack-model-unusable", ToyPack.EMBEDDER, "3 x 140 x 140");
        replace(ToyPack.EMBEDDER, Files.readAllBytes(folder.resolve(ToyPack.DETECTOR)));
        assertRefused("start.pack-model-unusable", ToyPack.EMBEDDER, "640");
        replace(ToyPack.EMBEDDER, embedder);
        change("\"dimension\": 588", "\"dimension\": 128");
        assertRefused("start.pack-model-unusable", ToyPack.EMBEDDER, "588");
        change("\"dimension\": 128", "\"dimension\": 588");
        change("\"strides\": [8, 16, 32]", "\"strides\": [8, 16, 64]");
        assertRefused("start.pack-model-unusable", ToyPack.DETECTOR, "64");
        change("\"strides\": [8, 16, 64]", "\"strides\": [8, 16, 32]");
        change("\"inputSize\": 640", "\"inputSize\": 320");
        assertRefused("start.pack-model-unusable", ToyPack.DETECTOR, "3 x 320 x 320");
    }

    private Path description() {
        return folder.resolve("pack.json");
    }

    private void change(String was, String is) throws IOException {
        String text = Files.readString(description());
        assertThat(text).contains(was);
        Files.writeString(description(), text.replaceFirst(Pattern.quote(was), Matcher.quoteReplacement(is)));
    }

    private void replace(String model, byte[] content) throws IOException {
        Files.write(folder.resolve(model), content);
        toy.describe();
    }

    private void assertRefused(String code, String file, String said) {
        assertThatThrownBy(this::open).isInstanceOfSatisfying(PackUnusable.class, refusal -> {
            assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code);
            assertThat(refusal)
                    .hasMessageContaining(folder.resolve(file).toString())
                    .hasMessageContaining(said);
        });
    }

    private void open() throws IOException {
        ModelPack pack = new PackFolder(folder).read();
        try (FaceDetector detector = new FaceDetector(pack, 1);
                FaceEmbedder embedder = new FaceEmbedder(pack, TestPermits.issuer(InstantSource.system()), 1)) {
            assertThat(detector).isNotNull();
            assertThat(embedder.embedded()).isZero();
        }
    }
}
