package org.quitclaim.query.openapi;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Objects;
import org.quitclaim.access.problem.Problem;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to every operation how it is refused: one shape for all, with a stable code. */
final class ProblemAnswers implements OpenApiCustomizer {
    private static final String NAME = "Problem";

    /** The forms of a person's own page. */
    private static final String PAGES = "/q/";

    @Override
    public void customise(OpenAPI description) {
        ModelConverters.getInstance(true).read(Problem.class).forEach(description.getComponents()::addSchemas);
        description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(ProblemAnswers::complete);
        description.getPaths().entrySet().stream()
                .filter(path -> path.getKey().startsWith(PAGES))
                .flatMap(path -> path.getValue().readOperations().stream())
                .forEach(ProblemAnswers::orAPage);
    }

    /** Whoever sends a form reads a page, also where it was refused. */
    private static void orAPage(Operation operation) {
        operation.getResponses().values().stream()
                .map(ApiResponse::getContent)
                .filter(Objects::nonNull)
                .forEach(content ->
                        content.addMediaType("text/html", new MediaType().schema(new Schema<>().type("string"))));
    }

    private static void complete(Operation operation) {
        ApiResponses answers = operation.getResponses();
        answers.values().forEach(ProblemAnswers::anyJson);
        answers.addApiResponse("4XX", refusal("Refused; the code says why, the detail what to do next."));
        answers.addApiResponse("5XX", refusal("The server could not do it now; the code says what it lacks."));
    }

    private static ApiResponse refusal(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME))));
    }

    private static boolean isText(Schema<?> schema) {
        return "string".equals(schema.getType())
                || schema.getTypes() != null && schema.getTypes().contains("string");
    }

    /** What is signed or described elsewhere leaves as bytes; the framework takes JSON of that kind for a text. */
    private static void anyJson(ApiResponse answer) {
        MediaType json =
                answer.getContent() == null ? null : answer.getContent().get("application/json");
        Schema<?> schema = json == null ? null : json.getSchema();
        if (json != null && schema != null && schema.get$ref() == null && isText(schema)) {
            json.setSchema(new Schema<>());
        }
    }
}
