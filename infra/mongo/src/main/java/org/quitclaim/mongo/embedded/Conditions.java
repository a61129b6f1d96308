package org.quitclaim.mongo.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a query demands of each field, as far as an index can answer it; the rest is checked on the documents. */
final class Conditions {
    private final Set<String> fields = new LinkedHashSet<>();
    private final Map<String, List<Object>> equal = new HashMap<>();
    private final Map<String, Map<String, Object>> bounds = new HashMap<>();

    static Conditions of(Document query) {
        Conditions conditions = new Conditions();
        conditions.read(query);
        return conditions;
    }

    private void read(Document query) {
        query.forEach((field, value) -> {
            if (field.equals("$and") && value instanceof Collection<?> parts) {
                parts.forEach(part -> read((Document) part));
                return;
            }
            fields.add(field);
            if (!field.startsWith("$")) {
                readField(field, value);
            }
        });
    }

    private void readField(String field, @Nullable Object value) {
        if (value instanceof Document operators && operators.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
            operators.forEach((operator, operand) -> readOperator(field, operator, operand));
        } else if (isIndexed(value)) {
            List<Object> values = new ArrayList<>();
            values.add(value);
            equal.putIfAbsent(field, values);
        }
    }

    private void readOperator(String field, String operator, @Nullable Object operand) {
        switch (operator) {
            case "$eq" -> readField(field, operand);
            case "$in" -> {
                if (operand instanceof Collection<?> values && values.stream().allMatch(Conditions::isIndexed)) {
                    equal.putIfAbsent(field, new ArrayList<>(values));
                }
            }
            case "$lt", "$lte", "$gt", "$gte" -> {
                if (SortableKey.isOrdered(operand)) {
                    bounds.computeIfAbsent(field, key -> new HashMap<>()).put(operator, operand);
                }
            }
            default -> {
                // not for an index; the matcher sees it
            }
        }
    }

    private static boolean isIndexed(@Nullable Object value) {
        return !(value instanceof Document)
                && !(value instanceof Collection<?>)
                && !de.bwaldvogel.mongo.bson.BsonRegularExpression.isRegularExpression(value);
    }

    /** Every field of which anything is demanded, and every operator over whole queries but {@code $and}. */
    Set<String> fields() {
        return fields;
    }

    /** The values of which the field must have one; null when nothing is demanded. */
    @Nullable
    List<Object> equalTo(String field) {
        return equal.get(field);
    }

    /** Bounds by operator; empty when there are none. */
    Map<String, Object> boundsOf(String field) {
        return bounds.getOrDefault(field, Map.of());
    }
}
