package org.quitclaim.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.catalogue.EventCatalogue;

class EventCatalogueTest {
    private static final Set<Class<?>> PLAIN = Set.of(
            int.class,
            Integer.class,
            long.class,
            double.class,
            boolean.class,
            Instant.class,
            LocalDate.class,
            ZoneId.class);
    private static final Set<Class<?>> CONTAINERS = Set.of(List.class, Set.class, Map.class);
    /** Codes and digests; everything else that is text could be about somebody. */
    private static final Set<String> TEXTS = Set.of(
            "value",
            "code",
            "language",
            "sha256",
            "noticeSha256",
            "noticeSha256ByLanguage",
            "signs",
            "shortDigest",
            "pack",
            "detector");

    @Test
    void everyEventClassOfTheDomainIsInTheCatalogue() throws IOException, URISyntaxException {
        URI classes = DomainEvent.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        try (Stream<Path> files = Files.walk(Path.of(classes))) {
            List<Class<?>> events = files.map(Path::toString)
                    .filter(name -> name.contains("Event$") && name.endsWith(".class"))
                    .<Class<?>>map(name -> load(Path.of(classes).relativize(Path.of(name))))
                    .filter(DomainEvent.class::isAssignableFrom)
                    .toList();
            assertThat(events).isNotEmpty();
            assertThat(EventCatalogue.all()).containsExactlyInAnyOrderElementsOf(asEvents(events));
        }
    }

    @Test
    void everyEventIsStoredUnderAWordOfItsOwnThatIsNotReserved() {
        Map<String, Class<?>> names = new HashMap<>();
        for (Class<? extends DomainEvent> event : EventCatalogue.all()) {
            Stored stored = event.getAnnotation(Stored.class);
            assertThat(stored).as(event.getName()).isNotNull();
            assertThat(stored.value()).matches("[a-z]+\\.[a-z]+(-[a-z]+)*").isNotIn(EventCatalogue.RESERVED);
            assertThat(stored.revision()).isPositive();
            assertThat(names.put(stored.value(), event)).as(stored.value()).isNull();
        }
    }

    @Test
    void aStoredWordBeginsWithTheCapabilityItBelongsTo() {
        EventCatalogue.all().forEach(event -> {
            String capability = event.getPackageName()
                    .substring(Stored.class.getPackageName().length() + 1);
            assertThat(Objects.requireNonNull(event.getAnnotation(Stored.class)).value())
                    .startsWith(capability + ".");
        });
    }

    @Test
    @Requirement("R57")
    void eventsHoldNothingButIdsCodesInstantsNumbersAndDigests() {
        Deque<Class<?>> todo = new ArrayDeque<>(EventCatalogue.all());
        Set<Class<?>> seen = new HashSet<>();
        while (!todo.isEmpty()) {
            Class<?> type = todo.pop();
            if (seen.add(type)) {
                todo.addAll(componentsOf(type));
            }
        }
        assertThat(seen).hasSizeGreaterThan(EventCatalogue.all().size());
    }

    @Test
    void theCheckSeesAText() {
        record Telling(PersonNote note) {}
        assertThat(unwelcome(Telling.class)).isFalse();
        assertThat(unwelcome(PersonNote.class)).isTrue();
    }

    record PersonNote(String remark) {}

    private static boolean unwelcome(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .anyMatch(component -> component.getType() == String.class && !TEXTS.contains(component.getName()));
    }

    private static List<Class<?>> componentsOf(Class<?> type) {
        if (type.isEnum() || PLAIN.contains(type) || CONTAINERS.contains(type)) {
            return List.of();
        }
        if (type.isSealed()) {
            return List.of(type.getPermittedSubclasses());
        }
        assertThat(type.isRecord()).as(type.getName()).isTrue();
        assertThat(unwelcome(type)).as(type.getName()).isFalse();
        return Stream.of(type.getRecordComponents())
                .flatMap(EventCatalogueTest::types)
                .toList();
    }

    private static Stream<Class<?>> types(RecordComponent component) {
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType parameterized) {
            Stream<Type> all = Stream.concat(
                    Stream.of(parameterized.getRawType()), Stream.of(parameterized.getActualTypeArguments()));
            boolean named = TEXTS.contains(component.getName());
            return all.<Class<?>>map(Class.class::cast).filter(one -> !(named && one == String.class));
        }
        return component.getType() == String.class ? Stream.of() : Stream.of(component.getType());
    }

    private static Class<?> load(Path file) {
        String name = file.toString().replace(".class", "").replace('/', '.');
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Class<? extends DomainEvent>> asEvents(List<Class<?>> classes) {
        return classes.stream()
                .<Class<? extends DomainEvent>>map(type -> type.asSubclass(DomainEvent.class))
                .toList();
    }
}
