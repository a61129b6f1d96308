package org.quitclaim.access.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;

/**
 * Holds request bodies to what their records declare: a component is needed and not null unless it is {@code @Nullable}
 * or an {@link Optional}. So no controller meets a null that the compiler ruled out.
 */
final class RequiredComponents extends AnnotationIntrospector {
    private static final long serialVersionUID = 1L;
    private static final JsonSetter.Value NO_NULL = JsonSetter.Value.forValueNulls(Nulls.FAIL);

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isNeeded(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return isNeeded(annotated) ? NO_NULL : JsonSetter.Value.empty();
    }

    private static boolean isNeeded(Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter
                && parameter.getRawType() != Optional.class
                && isOurRecord(parameter.getDeclaringClass())
                && !isNullable(parameter.getOwner().getAnnotated(), parameter.getIndex());
    }

    private static boolean isOurRecord(Class<?> type) {
        return type.isRecord() && type.getName().startsWith("org.quitclaim.");
    }

    private static boolean isNullable(AnnotatedElement owner, int index) {
        return owner instanceof Constructor<?> constructor
                && constructor.getAnnotatedParameterTypes()[index].isAnnotationPresent(Nullable.class);
    }
}
