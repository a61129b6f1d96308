package org.quitclaim.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Rejection;
import org.quitclaim.face.permit.PermitRefusal;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Whoever is refused something reads why in Dutch too, whichever module refuses. */
class RefusalTextsTest {
    private static final Path ROOT = Path.of(System.getProperty("quitclaim.root", "../.."))
            .toAbsolutePath()
            .normalize();
    private static final Pattern MADE_ON_THE_SPOT = Pattern.compile("new InputRejection\\(\\s*\"([^\"]+)\"");
    private static final Pattern SAID_BY_A_RECORD = Pattern.compile("return \"((?:photo|consent)\\.[a-z-]+)\";");

    @Test
    void everyRefusalHasADutchText() throws IOException {
        assertThat(dutch().stringPropertyNames()).containsAll(codes());
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        constants().map(Rejection::code).forEach(codes::add);
        Arrays.stream(PermitRefusal.values()).map(PermitRefusal::code).forEach(codes::add);
        int known = codes.size();
        inSources(MADE_ON_THE_SPOT).forEach(codes::add);
        inSources(SAID_BY_A_RECORD).forEach(codes::add);
        assertThat(codes).as("codes were found in the sources").hasSizeGreaterThan(known + 10);
        return codes;
    }

    private static Stream<Rejection> constants() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Rejection.class));
        return scanner.findCandidateComponents("org.quitclaim").stream()
                .flatMap(type -> constants(String.valueOf(type.getBeanClassName())));
    }

    private static Stream<Rejection> constants(String type) {
        try {
            Object[] constants = Class.forName(type).getEnumConstants();
            return constants == null ? Stream.empty() : Arrays.stream(constants).map(Rejection.class::cast);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<String> inSources(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("/src/main/"))
                    .flatMap(file -> pattern.matcher(text(file)).results().map(found -> found.group(1)))
                    .toList()
                    .stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties dutch() throws IOException {
        Properties texts = new Properties();
        for (URL file : Collections.list(
                RefusalTextsTest.class.getClassLoader().getResources("META-INF/quitclaim/problems_nl.properties"))) {
            try (InputStream bytes = file.openStream()) {
                texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }
}
