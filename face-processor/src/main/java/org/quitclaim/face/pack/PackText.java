package org.quitclaim.face.pack;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.face.pack.PackUnusable.Reason;
import tools.jackson.databind.JsonNode;

/**
 * One object of a pack's description, read strictly.
 *
 * <p><b>Errors</b>: {@link PackUnusable} that names the file and the field: for what is missing, of another kind or out
 * of range, and by {@link #noMore} for what nobody asked for, since a word spelt wrongly would else be passed over.
 */
final class PackText {
    private static final int LONGEST_TEXT = 500;

    private final Path description;
    private final String where;
    private final JsonNode node;
    private final Set<String> read = new TreeSet<>();

    PackText(Path description, String where, JsonNode node) {
        this.description = description;
        this.where = where;
        this.node = node;
        if (!node.isObject()) {
            throw invalid((where.isEmpty() ? "the whole" : where) + " has to be an object in braces");
        }
    }

    boolean has(String name) {
        return node.has(name);
    }

    PackText object(String name) {
        return new PackText(description, path(name), field(name));
    }

    String text(String name) {
        JsonNode field = field(name);
        if (!field.isString() || field.asString().isBlank() || field.asString().length() > LONGEST_TEXT) {
            throw invalid(path(name) + " has to be a text of at most " + LONGEST_TEXT + " characters");
        }
        return field.asString();
    }

    String text(String name, String pattern, String words) {
        String text = text(name);
        if (!text.matches(pattern)) {
            throw invalid(path(name) + " has to be " + words);
        }
        return text;
    }

    <E extends Enum<E>> E word(String name, Class<E> words) {
        String text = text(name);
        for (E word : words.getEnumConstants()) {
            if (word.name().equalsIgnoreCase(text)) {
                return word;
            }
        }
        throw oneOf(
                name,
                Stream.of(words.getEnumConstants())
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    PackUnusable oneOf(String name, List<String> words) {
        return invalid(path(name) + " has to be one of " + String.join(", ", words));
    }

    double number(String name, double least, double most) {
        return number(field(name), path(name), least, most);
    }

    int whole(String name, int least, int most) {
        return whole(field(name), path(name), least, most);
    }

    List<Double> numbers(String name, int count, double least, double most) {
        return numbers(field(name), path(name), count, least, most);
    }

    List<Integer> wholes(String name, int least, int most) {
        return items(name).stream()
                .map(item -> whole(item, path(name), least, most))
                .toList();
    }

    /** Each of them {@code width} numbers. */
    List<List<Double>> rows(String name, int width, double least, double most) {
        return items(name).stream()
                .map(item -> numbers(item, path(name), width, least, most))
                .toList();
    }

    List<PackText> objects(String name) {
        return items(name).stream()
                .map(item -> new PackText(description, path(name), item))
                .toList();
    }

    private List<JsonNode> items(String name) {
        JsonNode field = field(name);
        if (!field.isArray() || field.isEmpty() || field.size() > 64) {
            throw invalid(path(name) + " has to be a list in brackets");
        }
        return field.valueStream().toList();
    }

    private List<Double> numbers(JsonNode field, String name, int count, double least, double most) {
        if (!field.isArray() || field.size() != count) {
            throw invalid(name + " has to be " + count + " numbers in brackets");
        }
        return field.valueStream().map(item -> number(item, name, least, most)).toList();
    }

    private double number(JsonNode field, String name, double least, double most) {
        if (!field.isNumber() || !(field.asDouble() >= least && field.asDouble() <= most)) {
            throw invalid(name + " has to be a number from " + least + " to " + most);
        }
        return field.asDouble();
    }

    private int whole(JsonNode field, String name, int least, int most) {
        if (!field.isIntegralNumber() || !field.canConvertToInt() || field.asInt() < least || field.asInt() > most) {
            throw invalid(name + " has to be a whole number from " + least + " to " + most);
        }
        return field.asInt();
    }

    /** Notes for whoever reads the file; not looked at. */
    void ignore(String name) {
        read.add(name);
    }

    void noMore() {
        String unknown = node.propertyStream()
                .map(property -> property.getKey())
                .filter(name -> !read.contains(name))
                .map(this::path)
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw invalid(unknown + " is not known here; known are " + String.join(", ", read));
        }
    }

    PackUnusable invalid(String what) {
        return new PackUnusable(Reason.DESCRIPTION, description + ": " + what + ". See docs/runbooks/own-pack.md.");
    }

    private JsonNode field(String name) {
        read.add(name);
        JsonNode field = node.get(name);
        if (field == null || field.isNull()) {
            throw invalid(path(name) + " is missing");
        }
        return field;
    }

    private String path(String name) {
        return where.isEmpty() ? name : where + "." + name;
    }
}
