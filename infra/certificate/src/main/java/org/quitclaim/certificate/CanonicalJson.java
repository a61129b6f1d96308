package org.quitclaim.certificate;

import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one form in which JSON is signed.
 *
 * <p><b>Source:</b> RFC 8785.
 */
final class CanonicalJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .annotationIntrospector(
                    new AnnotationIntrospectorPair(new JacksonAnnotationIntrospector(), new RequiredMembers()))
            .build();

    private CanonicalJson() {}

    static String of(Object value) {
        try {
            return canonical(MAPPER.writeValueAsString(value));
        } catch (IOException e) {
            throw new IllegalStateException("what a mapper wrote is JSON", e);
        }
    }

    /** @throws IOException if the text is no JSON object or array */
    static String canonical(String json) throws IOException {
        return new JsonCanonicalizer(json).getEncodedString();
    }

    static byte[] bytes(Object value) {
        return of(value).getBytes(StandardCharsets.UTF_8);
    }
}
