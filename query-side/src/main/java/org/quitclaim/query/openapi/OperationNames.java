package org.quitclaim.query.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Gives every operation an id and a line that says what it is for.
 *
 * <p><b>Guarantees:</b> ids are written down once, beside the route, and follow neither a method's name nor the order in
 * which controllers are found: a client that is generated from the description keeps its names.
 *
 * <p><b>Shape:</b> every file {@value #FILE} on the class path, so that each module brings its own routes: id, verb and route,
 * summary; a line each, a tab between them.
 */
final class OperationNames implements OpenApiCustomizer {
    private static final String FILE = "META-INF/quitclaim/operations.tsv";
    private static final int COLUMNS = 3;

    /** Where the container asks for the words of its own refusals. */
    private static final String NOBODY_CALLS = "/error";

    private final Map<String, Name> names = read();

    private record Name(String id, String summary) {}

    @Override
    public void customise(OpenAPI description) {
        description.getPaths().remove(NOBODY_CALLS);
        description
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((verb, operation) -> name(operation, verb.name() + ' ' + path)));
    }

    private void name(Operation operation, String route) {
        Name name = names.get(route);
        if (name != null) {
            operation.operationId(name.id()).summary(name.summary());
        }
    }

    private static Map<String, Name> read() {
        Map<String, Name> names = new HashMap<>();
        try {
            ClassLoader classes = OperationNames.class.getClassLoader();
            for (URL file : Collections.list(classes.getResources(FILE))) {
                read(file, names);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    private static void read(URL file, Map<String, Name> names) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\t", COLUMNS))
                    .forEach(line -> names.put(line[1], new Name(line[0], line[2])));
        }
    }
}
