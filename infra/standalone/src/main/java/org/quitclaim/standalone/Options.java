package org.quitclaim.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of a verb; the launcher has checked their form. */
public record Options(Map<String, String> values, Set<String> flags, List<String> words) {
    public static Options parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (Verb.isFlag(argument)) {
                flags.add(argument);
            } else if (argument.startsWith("--") && i + 1 < arguments.size()) {
                i++;
                values.put(argument, arguments.get(i));
            } else {
                words.add(argument);
            }
        }
        return new Options(Map.copyOf(values), Set.copyOf(flags), List.copyOf(words));
    }

    public Optional<Path> path(String option) {
        return Optional.ofNullable(values.get(option)).map(Path::of);
    }

    /** As these, with a value for an option that was not given. */
    Options orElse(String option, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.putIfAbsent(option, value);
        return new Options(Map.copyOf(more), flags, words);
    }

    public String value(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }
}
