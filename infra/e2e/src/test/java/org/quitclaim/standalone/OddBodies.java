package org.quitclaim.standalone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies that nobody should send, made from what the description of the interface says can be sent: one of the right
 * shape, and each of its fields in turn replaced by something odd.
 *
 * @param schemas those of the description
 * @param known values of fields that only make sense here, such as ids
 */
record OddBodies(JsonNode schemas, Map<String, String> known) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JSON.getNodeFactory();
    private static final int DEEP = 2_000;
    private static final int MANY = 3_000;
    private static final int LONG = 70_000;

    /** JSON texts, each in place of one value. */
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "0",
            "9223372036854775808",
            "1e400",
            "-1e-400",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"\":null}",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"\\u0000\\u001b\\u202e\"",
            "\"\\ud800\"",
            "\"per_aaaaaaaaaaaaaaaaaaaaaaaaaa\"",
            "\"+999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"-1000000000-01-01T00:00:00Z\"",
            "\"" + "a".repeat(LONG) + "\"",
            "[".repeat(DEEP) + "]".repeat(DEEP));

    /** A body and what is odd about it. */
    record Odd(String what, String body) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** Of the right shape, if not of the right sense. */
    JsonNode fitting(JsonNode schema) {
        JsonNode real = resolved(schema);
        if (real.has("enum")) {
            return real.path("enum").get(0);
        }
        return switch (type(real)) {
            case "object" -> object(real);
            case "array" -> NODES.arrayNode().add(fitting(real.path("items")));
            case "integer" -> NODES.numberNode(0);
            case "number" -> NODES.numberNode(0.25);
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.stringNode(text(real));
        };
    }

    /** Besides null, which some fields may be. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(one -> !one.equals("null"))
                        .findFirst()
                        .orElse("")
                : type.asString("");
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> Office.today(9);
            case "date-time" -> Office.today(-1) + "T00:00:00Z";
            default -> "x";
        };
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        if (schema.has("additionalProperties")) {
            object.set(known.getOrDefault("key", "x"), fitting(schema.path("additionalProperties")));
        }
        schema.path("properties").propertyStream().forEach(field -> {
            String value = known.get(field.getKey());
            JsonNode fitting = fitting(field.getValue());
            object.set(field.getKey(), value == null ? fitting : sameShape(fitting, value));
        });
        return object;
    }

    private static JsonNode sameShape(JsonNode fitting, String value) {
        JsonNode text = NODES.stringNode(value);
        return fitting.isArray() ? NODES.arrayNode().add(text) : text;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode first = schema.path("anyOf").isArray() ? schema.path("anyOf").get(0) : schema;
        String reference = first.path("$ref").asString("");
        return reference.isEmpty() ? schema : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }

    /** Every field of the body replaced, one at a time, by every odd value; and a few that are odd as a whole. */
    List<Odd> of(JsonNode schema) {
        JsonNode fitting = fitting(schema);
        List<Odd> all = new ArrayList<>();
        wholes(fitting.toString()).forEach((what, body) -> all.add(new Odd(what, body)));
        for (List<String> place : places(fitting)) {
            odd(at(fitting, place))
                    .forEach(value -> all.add(new Odd(
                            String.join(".", place) + " = " + value.substring(0, Math.min(40, value.length())),
                            replaced(fitting, place, value))));
        }
        return all;
    }

    private static Map<String, String> wholes(String body) {
        Map<String, String> odd = new LinkedHashMap<>();
        odd.put("nothing", "");
        odd.put("null", "null");
        odd.put("a text", "\"x\"");
        odd.put("an empty object", "{}");
        odd.put("half of it", body.substring(0, body.length() / 2));
        odd.put("twice", body + body);
        odd.put("every field twice", body.replaceFirst("}$", "," + body.substring(1)));
        odd.put("no text at all", "\u0000\u00ff");
        return odd;
    }

    private static Stream<String> odd(JsonNode fitting) {
        if (!(fitting instanceof ArrayNode list) || list.isEmpty()) {
            return ODD.stream();
        }
        String one = list.get(0).toString();
        return Stream.concat(
                ODD.stream(),
                Stream.of(
                        "[" + one + ",null]",
                        "[" + one + "," + one + "]",
                        "[" + String.join(",", java.util.Collections.nCopies(MANY, one)) + "]"));
    }

    /** The way to every value: names of fields and places in lists. */
    private static List<List<String>> places(JsonNode node) {
        List<List<String>> all = new ArrayList<>();
        Set<Map.Entry<String, JsonNode>> fields =
                node.isArray() ? node.isEmpty() ? Set.of() : Set.of(Map.entry("0", node.get(0))) : node.properties();
        for (Map.Entry<String, JsonNode> field : fields) {
            all.add(List.of(field.getKey()));
            for (List<String> within : places(field.getValue())) {
                all.add(Stream.concat(Stream.of(field.getKey()), within.stream())
                        .toList());
            }
        }
        return all;
    }

    private static JsonNode at(JsonNode node, List<String> place) {
        JsonNode found = node;
        for (String step : place) {
            found = found.isArray() ? found.get(0) : found.path(step);
        }
        return found;
    }

    private static String replaced(JsonNode node, List<String> place, String value) {
        if (place.isEmpty()) {
            return value;
        }
        List<String> rest = place.subList(1, place.size());
        if (node.isArray()) {
            return "[" + replaced(node.get(0), rest, value) + "]";
        }
        return node.propertyStream()
                .map(field -> JSON.writeValueAsString(field.getKey()) + ":"
                        + (field.getKey().equals(place.getFirst())
                                ? replaced(field.getValue(), rest, value)
                                : field.getValue().toString()))
                .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
}
