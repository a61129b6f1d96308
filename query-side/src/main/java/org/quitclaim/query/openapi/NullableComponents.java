package org.quitclaim.query.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of each field that may be null that it may. */
final class NullableComponents implements ModelConverter {
    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        JavaType java = Json.mapper().constructType(type.getType());
        if (resolved != null && java != null && java.getRawClass().isRecord()) {
            Schema<?> described = described(resolved, context);
            if (described != null && described.getProperties() != null) {
                mark(java.getRawClass(), described.getProperties());
            }
        }
        return resolved;
    }

    private static @Nullable Schema<?> described(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null
                ? resolved
                : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    @SuppressWarnings("rawtypes") // as the library has it
    private static void mark(Class<?> type, Map<String, Schema> properties) {
        Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .forEach(name -> properties.computeIfPresent(name, (key, schema) -> nullable(schema)));
    }

    @SuppressWarnings("rawtypes") // as the library has it
    private static Schema<?> nullable(Schema<?> schema) {
        if (schema.get$ref() != null) {
            Schema<?> none = new Schema<>();
            none.addType(NULL);
            return new Schema<>().anyOf(List.<Schema>of(schema, none));
        }
        if (schema.getTypes() != null) {
            schema.addType(NULL);
        }
        if (schema.getEnum() != null && !schema.getEnum().contains(null)) {
            schema.addEnumItemObject(null);
        }
        return schema;
    }
}
