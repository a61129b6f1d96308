package org.quitclaim.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run measures and on how much.
 *
 * @param rows the names of the rows, in the order in which they run
 * @param work an empty folder for what the run writes
 * @param models the folder that holds the model pack
 * @param reference the folder of the npm reference implementation
 * @param python what runs FAISS, if it has it
 * @param gallery vectors for the row {@code match}
 * @param keys for the row {@code epochs}; a tenth of them for {@code keys}
 * @param events for the row {@code history}
 * @param seen the most photos on which somebody is seen in the row {@code withdrawal}
 */
record Setting(
        List<String> rows,
        Path work,
        Path models,
        Path reference,
        String python,
        int people,
        int photos,
        int seconds,
        int gallery,
        int keys,
        int events,
        int seen,
        SeededState state) {
    static Setting parse(List<String> arguments, List<String> all, Path freshFolder) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        if (arguments.size() % 2 != 0 || !OPTIONS.containsAll(given.keySet())) {
            throw new IllegalArgumentException("options, each with a value: " + OPTIONS);
        }
        int people = Integer.parseInt(given.getOrDefault("--people", "500"));
        int photos = Integer.parseInt(given.getOrDefault("--photos", "5000"));
        Path work = given.containsKey("--work") ? Path.of(given.get("--work")) : freshFolder;
        return new Setting(
                given.containsKey("--rows") ? List.of(given.get("--rows").split(",")) : all,
                work,
                Path.of(given.getOrDefault("--models", "infra/model-pack/target/model-pack"))
                        .toAbsolutePath(),
                Path.of(given.getOrDefault("--reference", "infra/bench/npm-reference"))
                        .toAbsolutePath(),
                given.getOrDefault("--python", "python3"),
                people,
                photos,
                Integer.parseInt(given.getOrDefault("--seconds", "10")),
                Integer.parseInt(given.getOrDefault("--gallery", "1000000")),
                Integer.parseInt(given.getOrDefault("--keys", "1000000")),
                Integer.parseInt(given.getOrDefault("--events", "1000000")),
                Integer.parseInt(given.getOrDefault("--seen", "1000")),
                new SeededState(work.resolve("state"), people, photos));
    }

    private static final List<String> OPTIONS = List.of(
            "--rows",
            "--work",
            "--models",
            "--reference",
            "--python",
            "--people",
            "--photos",
            "--seconds",
            "--gallery",
            "--keys",
            "--events",
            "--seen");
}
