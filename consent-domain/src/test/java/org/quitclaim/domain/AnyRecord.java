package org.quitclaim.domain;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random events and commands, built by their constructors from few ids, so that they meet each other. */
public final class AnyRecord {
    private static final List<String> WORDS = List.of("one", "two", "three");
    private static final int ATTEMPTS = 200;

    private final Random random;

    private AnyRecord(Random random) {
        this.random = random;
    }

    /** Any record of a type. */
    public static <T> Arbitrary<T> of(Class<T> type) {
        return Arbitraries.randomValue(random -> type.cast(new AnyRecord(random).any(type)));
    }

    /** Any number of records of a family, the first of them of a given kind, so that the rest gets somewhere. */
    public static <T> Arbitrary<List<T>> history(Class<? extends T> first, Class<T> family, int atMost) {
        return Arbitraries.randomValue(random -> {
            AnyRecord any = new AnyRecord(random);
            List<T> all = new ArrayList<>(List.of(first.cast(any.any(first))));
            for (int i = random.nextInt(atMost); i > 0; i--) {
                all.add(family.cast(any.any(family)));
            }
            return all;
        });
    }

    private Object any(Class<?> type) {
        if (type.isSealed() && type != ZoneId.class) {
            return any(pick(List.of(type.getPermittedSubclasses())));
        }
        if (type.isEnum()) {
            return pick(List.of(type.getEnumConstants()));
        }
        return type.isRecord() ? record(type) : plain(type);
    }

    private Object plain(Class<?> type) {
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == int.class || type == Integer.class) {
            return random.nextInt(4);
        }
        if (type == long.class) {
            return (long) random.nextInt(4);
        }
        if (type == double.class) {
            return random.nextInt(10) / 10.0;
        }
        if (type == Instant.class) {
            return Sample.NOW.plus(Duration.ofHours(random.nextInt(72)));
        }
        if (type == LocalDate.class) {
            return Sample.TODAY.plusDays(random.nextInt(5) - 2);
        }
        if (type == Period.class) {
            return Period.ofMonths(1 + random.nextInt(60));
        }
        if (type == ZoneId.class) {
            return Sample.AMSTERDAM;
        }
        throw new AssertionError("no random " + type);
    }

    /** Values are drawn again until the constructor takes them. */
    private Object record(Class<?> type) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Object[] values = Stream.of(type.getRecordComponents())
                    .map(component -> component(type, component))
                    .toArray();
            try {
                return constructor(type).newInstance(values);
            } catch (InvocationTargetException refused) {
                if (!(refused.getCause() instanceof IllegalArgumentException)) {
                    throw new AssertionError(refused);
                }
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("no valid " + type);
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        Class<?>[] types = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }

    private Object component(Class<?> owner, RecordComponent component) {
        if (component.getType() == String.class) {
            return text(owner, component.getName());
        }
        return component.getGenericType() instanceof ParameterizedType several
                ? several(several)
                : any(component.getType());
    }

    private Object several(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Map.class) {
            return random.nextBoolean() ? Map.of("en", Sample.sha256('e')) : new HashMap<String, String>();
        }
        if (type.getRawType() == Optional.class) {
            return random.nextBoolean() ? Optional.of(any((Class<?>) arguments[0])) : Optional.empty();
        }
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            values.add(any((Class<?>) arguments[0]));
        }
        return type.getRawType() == Set.class ? new LinkedHashSet<>(values) : values;
    }

    private String text(Class<?> owner, String name) {
        if (OpaqueId.class.isAssignableFrom(owner)) {
            return Sample.id(prefix(owner), pick(WORDS));
        }
        return switch (name) {
            case "code" -> owner.getSimpleName().equals("Territory") ? "NL" : "general";
            case "language" -> "en";
            case "sha256", "noticeSha256" -> Sample.sha256('a');
            case "shortDigest" -> "0123456789abcdef";
            default -> pick(WORDS);
        };
    }

    private static String prefix(Class<?> id) {
        try {
            return (String) id.getField("PREFIX").get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private <T> T pick(List<? extends T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
