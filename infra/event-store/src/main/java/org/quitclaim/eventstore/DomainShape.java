package org.quitclaim.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.Stored;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.VisibilityChecker;
import tools.jackson.databind.jsontype.NamedType;

/** Tells Jackson about the domain's records and sealed types, which carry no annotations of a framework. */
final class DomainShape extends AnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final JsonTypeInfo.Value KIND =
            JsonTypeInfo.Value.construct(JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "kind", null, false, true);

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public VisibilityChecker findAutoDetectVisibility(
            MapperConfig<?> config, AnnotatedClass type, VisibilityChecker checker) {
        return isOurs(type.getRawType())
                ? checker.withFieldVisibility(Visibility.ANY)
                        .withGetterVisibility(Visibility.NONE)
                        .withIsGetterVisibility(Visibility.NONE)
                : checker;
    }

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedClass && isVariantType(annotated.getRawType()) ? KIND : null;
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
        if (!(annotated instanceof AnnotatedClass) || !isVariantType(annotated.getRawType())) {
            return null;
        }
        return variants(annotated.getRawType())
                .map(variant -> new NamedType(variant, wordOf(variant)))
                .toList();
    }

    /** Event families are sealed too, but the type of an event stands beside it, not in it. */
    private static boolean isVariantType(Class<?> type) {
        return isOurs(type)
                && type.isSealed()
                && !OpaqueId.class.isAssignableFrom(type)
                && !DomainEvent.class.isAssignableFrom(type);
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("org.quitclaim.") && !type.isEnum();
    }

    private static Stream<Class<?>> variants(Class<?> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        Stream<Class<?>> below = Stream.of(type.getPermittedSubclasses()).flatMap(DomainShape::variants);
        return Modifier.isAbstract(type.getModifiers()) ? below : Stream.concat(Stream.of(type), below);
    }

    private static String wordOf(Class<?> variant) {
        Stored stored = variant.getAnnotation(Stored.class);
        return stored != null
                ? stored.value()
                : WORD_START.matcher(variant.getSimpleName()).replaceAll("-").toLowerCase(Locale.ROOT);
    }
}
