package org.quitclaim.query.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes parameters as they have to be sent, where the framework cannot know: beside a file they are parts of the form,
 * never in the address; and what destroys is never done without the word of its preview.
 */
final class SentAsParts implements OpenApiCustomizer {
    private static final String FORM = "multipart/form-data";

    @Override
    public void customise(OpenAPI description) {
        description.getPaths().values().forEach(path -> {
            path.readOperations().forEach(SentAsParts::parts);
            confirmed(path);
        });
    }

    private static void parts(Operation operation) {
        MediaType form =
                operation.getRequestBody() == null || operation.getRequestBody().getContent() == null
                        ? null
                        : operation.getRequestBody().getContent().get(FORM);
        if (form == null || operation.getParameters() == null) {
            return;
        }
        Schema<?> schema = form.getSchema() == null ? new ObjectSchema() : form.getSchema();
        List<Parameter> elsewhere = new ArrayList<>();
        for (Parameter parameter : operation.getParameters()) {
            if (!"query".equals(parameter.getIn())) {
                elsewhere.add(parameter);
                continue;
            }
            schema.addProperty(parameter.getName(), parameter.getSchema());
            if (Boolean.TRUE.equals(parameter.getRequired())) {
                schema.addRequiredItem(parameter.getName());
            }
        }
        form.setSchema(schema);
        operation.setParameters(elsewhere.isEmpty() ? null : elsewhere);
    }

    private static void confirmed(PathItem path) {
        Operation removal = path.getDelete();
        if (removal != null && removal.getParameters() != null) {
            removal.getParameters().stream()
                    .filter(parameter -> "confirm".equals(parameter.getName()))
                    .forEach(parameter -> parameter.setRequired(true));
        }
    }
}
