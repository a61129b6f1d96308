package org.quitclaim.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.BsonArray;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.eventstore.StreamHead;
import org.quitclaim.query.History;
import org.quitclaim.query.QueryApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.index.CompoundIndex;

/** What docs/read-models.md tells analysts is what there is, and its examples answer. */
class ReadModelsPageTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "docs", "read-models.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("^db\\.(\\w+)\\.(countDocuments|aggregate)\\((.*)\\)$", Pattern.MULTILINE);

    @TempDir
    Path data;

    @Test
    void the_page_names_every_collection_field_and_index() throws IOException {
        try (ConfigurableApplicationContext application = QueryApplication.start(data)) {
            Map<String, String> kinds = new TreeMap<>();
            application
                    .getBeansOfType(Projection.class)
                    .values()
                    .forEach(one -> one.documents().forEach(kind -> kinds.put(kind.kind(), described(kind.type()))));
            String expected = kinds.entrySet().stream()
                    .map(kind -> kind.getKey() + "\n" + kind.getValue())
                    .collect(Collectors.joining());
            assertThat(Files.readString(PAGE))
                    .as("docs/read-models.md has to hold\n%s", expected)
                    .contains(expected);
        }
    }

    @Test
    void the_examples_of_the_page_answer_what_they_say() throws Exception {
        try (ConfigurableApplicationContext application = QueryApplication.start(data)) {
            tell(application);
            long head = application.getBean(StreamHead.class).position();
            assertThat(application.getBean(ReadPositions.class).await(head, java.time.Duration.ofSeconds(20)))
                    .isTrue();
            List<Object> answers = new ArrayList<>();
            Matcher examples = EXAMPLE.matcher(Files.readString(PAGE));
            while (examples.find()) {
                answers.add(answer(application.getBean(MongoDatabase.class), examples));
            }
            assertThat(answers)
                    .containsExactly(
                            2L,
                            List.of(
                                    new Document("_id", "GREEN").append("photos", 2),
                                    new Document("_id", "RED").append("photos", 1)));
        }
    }

    private static Object answer(MongoDatabase database, Matcher example) {
        var documents = database.getCollection(example.group(1));
        if (example.group(2).equals("countDocuments")) {
            return documents.countDocuments(Document.parse(example.group(3)));
        }
        List<Bson> stages = BsonArray.parse(example.group(3)).stream()
                .map(stage -> (Bson) stage.asDocument())
                .toList();
        return documents.aggregate(stages).into(new ArrayList<>());
    }

    private static void tell(ConfigurableApplicationContext application) {
        EventStore store = application.getBean(EventStore.class);
        History history = new History(one -> store.publish(new GenericDomainEventMessage<>(
                "stream",
                one.event().stream().value(),
                one.sequence(),
                one.event(),
                QueryApplication.SOMEBODY.metaData())));
        CollectionId collection = history.collection(UseContext.GENERAL);
        for (int i = 0; i < 3; i++) {
            PersonId person = history.person();
            GrantId grant = history.grant(person, History.websiteUntil(LocalDate.parse("2099-12-31")));
            history.reviewedPhoto(collection, List.of(person));
            if (i == 0) {
                history.withdraw(person, grant, Channel.WEBSITE, 1);
            }
        }
    }

    private static String described(Class<?> type) {
        String fields = Arrays.stream(type.getRecordComponents())
                .filter(field -> !field.getName().equals("id"))
                .map(ReadModelsPageTest::field)
                .collect(Collectors.joining(", ", "  ", "\n"));
        return fields
                + Arrays.stream(type.getAnnotationsByType(CompoundIndex.class))
                        .map(index -> "  index "
                                + String.join(", ", Document.parse(index.def()).keySet()) + "\n")
                        .collect(Collectors.joining());
    }

    private static String field(RecordComponent field) {
        return field.getName() + " " + word(field.getGenericType());
    }

    private static String word(Type type) {
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (raw == List.class) {
            return "array";
        }
        if (raw == Instant.class) {
            return "date";
        }
        if (raw == int.class || raw == long.class) {
            return "number";
        }
        boolean text =
                raw.isEnum() || raw == LocalDate.class || raw == String.class || OpaqueId.class.isAssignableFrom(raw);
        return text ? "string" : "object";
    }
}
