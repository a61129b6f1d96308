package org.quitclaim.eventstore;

import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Axon's Jackson 3 serializer, with the words of {@link StoredTypes} in the place of class names. */
final class StoredTypesSerializer extends Jackson3Serializer {
    private static final String METADATA = MetaData.class.getName();

    private final StoredTypes types;

    StoredTypesSerializer(StoredTypes types) {
        super(builder().jsonMapperBuilderCustomizer(DomainJson::configure));
        this.types = types;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(Class type) {
        return MetaData.class.equals(type) ? super.typeForClass(type) : types.wordOf(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        return METADATA.equals(type.getName()) ? MetaData.class : types.classOf(type);
    }
}
