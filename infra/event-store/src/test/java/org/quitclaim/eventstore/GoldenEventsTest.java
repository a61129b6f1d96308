package org.quitclaim.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.catalogue.EventCatalogue;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * The stored form of every event is pinned by a file that is never edited: what was written once must be readable for
 * ever.
 *
 * <p>A new event or revision gets its file by {@code mvn -pl infra/event-store -am test -Dtest=GoldenEventsTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dquitclaim.write-golden=true}, which leaves files that exist alone.
 */
class GoldenEventsTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Path WORDS = Path.of("src/test/resources/golden-words.json");
    private static final int MOST_BYTES = 48 * 1024;
    private static final StoredTypesSerializer SERIALIZER =
            new StoredTypesSerializer(new StoredTypes(EventCatalogue.all()));

    static Stream<Class<? extends DomainEvent>> events() {
        return EventCatalogue.all().stream();
    }

    @BeforeAll
    static void writeWhatIsNew() throws IOException {
        if (Boolean.getBoolean("quitclaim.write-golden")) {
            for (Class<? extends DomainEvent> event : EventCatalogue.all()) {
                if (!Files.exists(file(event))) {
                    Files.writeString(file(event), written(Specimen.of(event)).getData() + "\n");
                }
            }
            Map<String, TreeSet<String>> words = Files.exists(WORDS) ? pinnedWords() : new TreeMap<>();
            words().forEach((type, known) ->
                    words.computeIfAbsent(type, any -> new TreeSet<>()).addAll(known));
            write(WORDS, words);
            write(SpecimenWords.FILE, SpecimenWords.PINNED.with(inOrder()));
        }
    }

    private static void write(Path file, Map<String, ?> words) throws IOException {
        Files.writeString(
                file, DomainJson.strictMapper().writerWithDefaultPrettyPrinter().writeValueAsString(words) + "\n");
    }

    @ParameterizedTest
    @MethodSource("events")
    void writingAnEventGivesExactlyItsFile(Class<? extends DomainEvent> event) throws IOException {
        String json = written(Specimen.of(event)).getData();

        assertThat(json + "\n").isEqualTo(Files.readString(file(event)));
        assertThat(json.length()).isLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("events")
    void readingTheFileGivesTheEvent(Class<? extends DomainEvent> event) throws IOException {
        Stored stored = Objects.requireNonNull(event.getAnnotation(Stored.class));
        Object read = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                Files.readString(file(event)), String.class, stored.value(), Integer.toString(stored.revision())));

        assertThat(read).isEqualTo(Specimen.of(event));
    }

    @Test
    void everyEventHasAFileAndNoFileOfTheCurrentRevisionIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            events().map(event -> file(event).getFileName().toString())
                                    .toList());
        }
    }

    /** One file shows one word of an enumeration; this holds them all, and a word may be added but never go. */
    @Test
    void noWordThatAnEventMayHaveUsedHasGone() throws IOException {
        assumeFalse(Boolean.getBoolean("quitclaim.write-golden"), "the words were written in this very run");
        assertThat(words()).isEqualTo(pinnedWords());
    }

    /** An enumeration as it was when its file was written, and a record of it. */
    private enum Before {
        WEBSITE,
        PRINT
    }

    private record Shown(Before where, Set<Before> all, List<Before> some) {}

    /** The same with words that were added, in the middle and at the end. */
    private enum After {
        WEBSITE,
        TICKER,
        PRINT,
        BILLBOARD
    }

    private record ShownLater(After where, Set<After> all, List<After> some) {}

    @Test
    void a_word_that_is_added_to_an_enumeration_changes_no_file() {
        List<String> named = List.of("WEBSITE", "PRINT");
        Specimen specimen =
                new Specimen(new SpecimenWords(Map.of(Before.class.getName(), named, After.class.getName(), named)));
        ObjectMapper mapper = DomainJson.strictMapper();

        assertThat(mapper.writeValueAsString(specimen.value(ShownLater.class)))
                .isEqualTo(mapper.writeValueAsString(specimen.value(Shown.class)))
                .isEqualTo("""
                        {"where":"PRINT","all":["WEBSITE","PRINT"],"some":["WEBSITE","PRINT"]}""");
    }

    @Test
    void an_enumeration_without_words_for_specimens_is_told_of() {
        assumeFalse(Boolean.getBoolean("quitclaim.write-golden"), "they are written in this very run");
        assertThatThrownBy(() -> new SpecimenWords(Map.of()).of(Before.class))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("quitclaim.write-golden");
    }

    private static SerializedObject<String> written(DomainEvent event) {
        SerializedObject<String> written = SERIALIZER.serialize(event, String.class);
        SerializedType type = written.getType();
        Stored stored = Objects.requireNonNull(event.getClass().getAnnotation(Stored.class));
        assertThat(type.getName()).isEqualTo(stored.value());
        assertThat(type.getRevision()).isEqualTo(Integer.toString(stored.revision()));
        return written;
    }

    private static Path file(Class<? extends DomainEvent> event) {
        Stored stored = Objects.requireNonNull(event.getAnnotation(Stored.class));
        return FOLDER.resolve(stored.value() + "-" + stored.revision() + ".json");
    }

    private static Map<String, TreeSet<String>> pinnedWords() throws IOException {
        return DomainJson.strictMapper().readValue(Files.readString(WORDS), new TypeReference<>() {});
    }

    private static Map<String, TreeSet<String>> words() {
        Map<String, TreeSet<String>> words = new TreeMap<>();
        inOrder().forEach((type, known) -> words.put(type, new TreeSet<>(known)));
        return words;
    }

    private static Map<String, List<String>> inOrder() {
        Map<String, List<String>> found = new TreeMap<>();
        events().forEach(event -> collect(event, found));
        return found;
    }

    private static void collect(Type type, Map<String, List<String>> found) {
        switch (type) {
            case ParameterizedType several ->
                Stream.of(several.getActualTypeArguments()).forEach(argument -> collect(argument, found));
            case Class<?> one
            when one.isEnum() ->
                found.put(
                        one.getName(),
                        Stream.of(one.getEnumConstants())
                                .map(word -> ((Enum<?>) word).name())
                                .toList());
            case Class<?> one
            when one.isRecord() && !OpaqueId.class.isAssignableFrom(one) ->
                Stream.of(one.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(component -> collect(component, found));
            default -> {}
        }
    }
}
