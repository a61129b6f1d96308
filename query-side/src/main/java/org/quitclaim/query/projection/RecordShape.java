package org.quitclaim.query.projection;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a record looks like when it is stored: its components by name and type, and those of every type of ours that it
 * holds; the constants of enums; the variants of sealed types.
 *
 * <p><b>Guarantees:</b> two builds of the same types give the same digest; a component, a constant or a variant that is
 * added, removed, renamed or given another type anywhere below gives another one. Not seen: what a value means, and how
 * the mapper is set up; for these there is {@link Projection#revision()}.
 */
final class RecordShape {
    private static final String OURS = "org.quitclaim.";

    private final Map<String, String> described = new TreeMap<>();

    private RecordShape() {}

    /** SHA-256 over the description, as hex. */
    static String digest(Class<?> type) {
        RecordShape shape = new RecordShape();
        shape.describe(type);
        return hex(shape.described.toString());
    }

    private static String hex(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private String described(Type type) {
        if (type instanceof ParameterizedType generic) {
            return described(generic.getRawType())
                    + Arrays.stream(generic.getActualTypeArguments())
                            .map(this::described)
                            .collect(Collectors.joining(",", "<", ">"));
        }
        if (type instanceof Class<?> plain) {
            describe(plain.isArray() ? plain.componentType() : plain);
        }
        return type.getTypeName();
    }

    private void describe(Class<?> type) {
        if (!type.getName().startsWith(OURS) || described.containsKey(type.getName())) {
            return;
        }
        // before what it holds, which may hold it
        described.put(type.getName(), "");
        described.put(type.getName(), type.isEnum() ? constants(type) : variants(type) + fields(type));
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .sorted()
                .collect(Collectors.joining("|"));
    }

    private String variants(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(this::described)
                        .sorted()
                        .collect(Collectors.joining("|"))
                : "";
    }

    private String fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .map(this::field)
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String field(Field field) {
        return field.getName() + ":" + described(field.getGenericType());
    }
}
