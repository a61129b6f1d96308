package org.quitclaim.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same record, compiled as it is and as somebody changed it. */
class RecordShapeTest {
    private static final String AS_IT_IS = """
        record Doc(String id, java.util.List<Part> parts, Colour colour, Way way, Doc before) {
            record Part(int count, java.util.Map<String, Inner> inner) {}
            record Inner(long at) {}
            enum Colour { RED, GREEN }
            sealed interface Way {
                record Straight(int length) implements Way {}
                record Round(int radius) implements Way {}
            }
            boolean red() { return colour == Colour.RED; }
        }
        """;

    @TempDir
    Path folder;

    private int builds;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String id -> String name",
                "String id -> String id, boolean closed",
                "int count -> long count",
                "long at -> long at, long until",
                "Map<String, Inner> -> Map<Integer, Inner>",
                "List<Part> -> Set<Part>",
                "RED, GREEN -> RED, GREEN, AMBER",
                "int radius -> double radius",
                "sealed interface Way { -> sealed interface Way { record None() implements Way {}"
            })
    void a_change_anywhere_below_changes_the_digest(String change) throws Exception {
        String[] parts = change.split(" -> ");
        String changed = AS_IT_IS.replace(parts[0], parts[1]);
        assertThat(changed).isNotEqualTo(AS_IT_IS);
        assertThat(digest(changed)).isNotEqualTo(digest(AS_IT_IS));
    }

    @Test
    void what_is_not_stored_changes_nothing() throws Exception {
        String changed = AS_IT_IS.replace(
                "boolean red() {", "static final int MOST = 3; boolean green() { return !red(); } boolean red() {");
        assertThat(digest(changed)).isEqualTo(digest(AS_IT_IS)).hasSize(64);
    }

    private String digest(String source) throws IOException, ClassNotFoundException {
        Path build = Files.createDirectories(folder.resolve("build" + builds++));
        Path file = build.resolve("Doc.java");
        Files.writeString(file, "package org.quitclaim.shapes; " + source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, "-d", build.toString(), file.toString()))
                .isZero();
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {build.toUri().toURL()}, getClass().getClassLoader())) {
            return RecordShape.digest(classes.loadClass("org.quitclaim.shapes.Doc"));
        }
    }
}
