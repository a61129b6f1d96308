package org.quitclaim.query.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.quitclaim.eventstore.DomainJson;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a read model lies in MongoDB.
 *
 * <p><b>Shape:</b> {@code _id}; {@code guard}; {@code shelf}, the listings it stands in; the lookups, each under its own
 * name; {@code doc}, the record itself as {@link DomainJson} writes it.
 */
final class DocumentForm {
    static final String ID = "_id";
    static final String GUARD = "guard";
    static final String SHELF = "shelf";
    private static final String DOC = "doc";

    private static final JsonMapper MAPPER = DomainJson.strictMapper();

    private DocumentForm() {}

    static Document write(ReadDocument document) {
        Document form = new Document(ID, document.documentId()).append(GUARD, document.guard());
        form.append(SHELF, shelves(document));
        document.lookups().forEach(form::append);
        return form.append(DOC, MAPPER.convertValue(document, LinkedHashMap.class));
    }

    static List<String> shelves(ReadDocument document) {
        return document.scopes().stream()
                .map(scope -> Shelves.key(scope, Shelves.number(document.born())))
                .toList();
    }

    static <D> D read(Document form, Class<D> type) {
        return MAPPER.convertValue(form.get(DOC), type);
    }

    /** The whole form without its guard, which depends on how events were batched. */
    static String canonical(Document form) {
        Document copy = new Document(form);
        copy.remove(GUARD);
        return MAPPER.writeValueAsString(sorted(copy));
    }

    private static Object sorted(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> ordered = new java.util.TreeMap<>();
                map.forEach((key, inner) -> ordered.put((String) key, sorted(inner)));
                yield ordered;
            }
            case List<?> list -> list.stream().map(DocumentForm::sorted).toList();
            default -> value;
        };
    }
}
