package org.quitclaim.eventstore;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * The serializer for tracking tokens.
 *
 * <p>Axon's tokens name their parts by class, and Axon's own mapper then refuses to read a {@code ReplayToken} back: a
 * processor that starts with one loops for ever. Only types under {@code org.axonframework.} are let through.
 */
public final class TokenSerializers {
    private TokenSerializers() {}

    public static Serializer create() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build()))
                .build();
    }
}
