package org.quitclaim.query.projection;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;
import org.quitclaim.eventstore.DomainJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a read model lies in MongoDB.
 *
 * <p><b>Shape:</b> {@code _id}; {@code guard}; the components of the record, each a field of its own, as
 * {@link DomainJson} names them: ids, codes and days are strings, enums their names, instants dates, sealed types say in
 * {@code kind} which of them they are; then what follows from these and lists are asked by ({@link ReadDocument#derived}).
 * An {@code id} among the components is {@code _id}.
 */
final class DocumentForm<D extends ReadDocument> {
    /** Of this form of all documents: another one where records are written in another way. */
    static final String NAME = "fields";

    static final String ID = "_id";
    static final String GUARD = "guard";
    static final String BORN = "born";
    private static final String OWN_ID = "id";

    /** Depends on how events were batched. */
    private static final String POSITION = "position";

    private static final JsonMapper MAPPER =
            DomainJson.strictMapper().rebuild().addModule(new BsonDates()).build();
    private static final JsonNodeFactory NODES = MAPPER.getNodeFactory();
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().indent(false).build();

    private final Class<D> type;
    private final Set<String> components;

    DocumentForm(Class<D> type) {
        this.type = type;
        this.components = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    Document write(D document, Instant at) {
        Document form = new Document(ID, document.documentId()).append(GUARD, document.guard());
        MAPPER.<ObjectNode>valueToTree(document).properties().forEach(one -> {
            if (!one.getKey().equals(OWN_ID)) {
                form.append(one.getKey(), stored(one.getValue()));
            }
        });
        form.putAll(document.derived(at));
        return form;
    }

    D read(Document form) {
        ObjectNode tree = NODES.objectNode();
        form.forEach((field, value) -> {
            if (components.contains(field)) {
                tree.set(field, node(value));
            }
        });
        if (components.contains(OWN_ID)) {
            tree.put(OWN_ID, form.getString(ID));
        }
        return MAPPER.treeToValue(tree, type);
    }

    private static @Nullable Object stored(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Document inner = new Document();
                node.properties().forEach(one -> inner.append(one.getKey(), stored(one.getValue())));
                yield inner;
            }
            case ARRAY -> node.values().stream().map(DocumentForm::stored).toList();
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            case POJO -> ((tools.jackson.databind.node.POJONode) node).getPojo();
            case NULL -> null;
            case BINARY, MISSING -> throw new IllegalArgumentException("no field of a read model: " + node);
        };
    }

    private static JsonNode node(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Map<?, ?> inner -> {
                ObjectNode tree = NODES.objectNode();
                inner.forEach((field, one) -> tree.set((String) field, node(one)));
                yield tree;
            }
            case Collection<?> elements ->
                NODES.arrayNode()
                        .addAll(elements.stream().map(DocumentForm::node).toList());
            case String text -> NODES.stringNode(text);
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number);
            case Long number -> NODES.numberNode(number);
            case Double number -> NODES.numberNode(number);
            case Date date -> NODES.pojoNode(date);
            default -> throw new IllegalArgumentException("no field of a read model: " + value.getClass());
        };
    }

    /** The form but its guard and position, which depend on how events were batched, and what the clock says. */
    static String canonical(Document form) {
        Document copy = new Document(form);
        copy.remove(GUARD);
        copy.remove(POSITION);
        copy.remove(ReadDocument.NOW);
        return ordered(copy).toJson(CANONICAL);
    }

    private static @Nullable Object sorted(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> ordered(map);
            case List<?> list -> list.stream().map(DocumentForm::sorted).toList();
            case null, default -> value;
        };
    }

    private static Document ordered(Map<?, ?> map) {
        Map<String, Object> ordered = new TreeMap<>();
        map.forEach((key, inner) -> ordered.put((String) key, sorted(inner)));
        return new Document(ordered);
    }
}
