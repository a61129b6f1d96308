package org.quitclaim.query.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.quitclaim.eventstore.DomainJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a read model lies in MongoDB.
 *
 * <p><b>Shape:</b> {@code _id}; {@code guard}; {@code born}; the lookups, each under its own name; {@code doc}, the
 * record itself as JSON text. As text and not as a tree, because nobody asks for what is within it, and a tree is taken
 * apart and put together four times on its way into the embedded server's file.
 */
final class DocumentForm {
    static final String ID = "_id";
    static final String GUARD = "guard";
    static final String BORN = "born";
    private static final String DOC = "doc";

    private static final JsonMapper MAPPER = DomainJson.strictMapper();

    private DocumentForm() {}

    static Document write(ReadDocument document) {
        Document form = new Document(ID, document.documentId())
                .append(GUARD, document.guard())
                .append(BORN, document.born());
        document.lookups().forEach(form::append);
        return form.append(DOC, MAPPER.writeValueAsString(document));
    }

    static <D> D read(Document form, Class<D> type) {
        return MAPPER.readValue(form.getString(DOC), type);
    }

    /** The whole form but its guard and position, which depend on how events were batched. */
    static String canonical(Document form) {
        Document copy = new Document(form);
        copy.remove(GUARD);
        Map<?, ?> record = MAPPER.readValue(copy.getString(DOC), LinkedHashMap.class);
        record.remove("position");
        copy.append(DOC, record);
        return MAPPER.writeValueAsString(sorted(copy));
    }

    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> ordered = new TreeMap<>();
                map.forEach((key, inner) -> ordered.put((String) key, sorted(inner)));
                yield ordered;
            }
            case List<?> list -> list.stream().map(DocumentForm::sorted).toList();
            default -> value;
        };
    }
}
