package org.quitclaim.eventstore;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * How the domain looks in JSON, on disk and over HTTP alike.
 *
 * <p><b>Shape:</b>
 *
 * <ul>
 *   <li>ids, territories and contexts are strings, records of a single number (key generations) are numbers;
 *   <li>a record is an object of its components, in their order; methods are not data;
 *   <li>a sealed type carries the word of its variant in {@code kind}: the one of
 *       {@link org.quitclaim.domain.Stored}, else the simple name in lower case with hyphens;
 *   <li>instants and dates in ISO 8601, enums by name.
 * </ul>
 *
 * <p>Types outside {@code org.quitclaim} are left to Jackson.
 */
public final class DomainJson extends SimpleModule {
    private static final long serialVersionUID = 1L;

    public DomainJson() {
        super("quitclaim-domain");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addSerializers(new ScalarRecords.Writers());
        context.addKeySerializers(new ScalarRecords.KeyWriters());
        context.addDeserializers(new ScalarRecords.Readers());
        context.addKeyDeserializers(new ScalarRecords.KeyReaders());
        context.insertAnnotationIntrospector(new DomainShape());
    }

    /** What is stored is read strictly: an unknown, missing or coerced field is an error, not a guess. */
    static void configure(JsonMapper.Builder mapper) {
        mapper.addModule(new DomainJson())
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }

    /** A mapper for what is stored: events, states, metadata. */
    public static JsonMapper strictMapper() {
        JsonMapper.Builder mapper = JsonMapper.builder();
        configure(mapper);
        return mapper.build();
    }
}
