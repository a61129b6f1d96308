package org.quitclaim.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference implementation in Node.js, installed into the folder of the run and never into the sources. */
record NpmReference(Path sources, Path work) {
    /** What its script printed. */
    record Measured(int faces, long millis) {}

    Measured measure(Path photo, int rounds) throws IOException, InterruptedException {
        Path installed = work.resolve("npm-reference");
        if (!Files.isDirectory(installed.resolve("node_modules"))) {
            copyTo(Files.createDirectories(installed));
            run(installed, List.of("npm", "ci", "--no-fund", "--no-audit"));
        }
        String printed =
                run(installed, List.of("node", "measure.js", "--rounds", Integer.toString(rounds), photo.toString()));
        JsonNode line = JsonMapper.shared()
                .readTree(printed.lines()
                        .filter(each -> each.startsWith("{"))
                        .findFirst()
                        .orElseThrow(() -> new IOException("measure.js printed no result")));
        return new Measured(
                line.path("faces").asInt(), line.path("medianMillis").asLong());
    }

    private void copyTo(Path folder) throws IOException {
        for (String name : List.of("measure.js", "package.json", "package-lock.json", ".npmrc")) {
            Files.copy(sources.resolve(name), folder.resolve(name));
        }
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed;
        try (InputStream out = process.getInputStream()) {
            printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed: " + printed);
        }
        return printed;
    }
}
