package org.quitclaim.standalone;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How each verb is called. The launcher checks the same before it starts anything; whoever starts the program without it is
 * told in the same words.
 */
enum Verb {
    UP(
            Set.of("--data", "--port", "--kek", "--backup-target"),
            Set.of("--whole-streams-only", "--new-backup-target", "--clock-is-right")),
    DEMO(Set.of("--data", "--port"), Set.of("--once")),
    EVALUATE(Set.of("--report", "--false-positive-rate"), Set.of(), "DIR"),
    CHECK_HISTORY(Set.of("--data"), Set.of()),
    BACKUP(Set.of("--data", "--kek", "--backup-target"), Set.of(), "DIR"),
    RESTORE(Set.of("--data", "--kek", "--backup-target"), Set.of("--without-ledger"), "DIR"),
    TAKE_OVER(Set.of("--data", "--kek", "--backup-target"), Set.of()),
    ROTATE_EPOCH(Set.of("--data", "--kek", "--backup-target"), Set.of("--new-backup-target")),
    RESTORE_DRILL(Set.of("--data", "--port"), Set.of("--once")),
    VERIFY_CERTIFICATE(Set.of("--code", "--keys", "--data"), Set.of(), "FILE"),
    REBUILD_WORK(Set.of("--data", "--kek", "--backup-target"), Set.of()),
    REBUILD_READ_MODELS(Set.of("--data", "--kek", "--backup-target"), Set.of());

    private final Set<String> valued;
    private final Set<String> flags;
    /** The one argument without a name; empty where there is none. */
    private final String word;

    Verb(Set<String> valued, Set<String> flags) {
        this(valued, flags, "");
    }

    Verb(Set<String> valued, Set<String> flags, String word) {
        this.valued = valued;
        this.flags = flags;
        this.word = word;
    }

    static Optional<Verb> of(String typed) {
        return List.of(values()).stream()
                .filter(verb -> verb.typed().equals(typed))
                .findFirst();
    }

    static String all() {
        return String.join(", ", List.of(values()).stream().map(Verb::typed).toList());
    }

    private String typed() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether an option takes no value, whichever verb knows it. */
    static boolean isFlag(String argument) {
        return List.of(values()).stream().anyMatch(verb -> verb.flags.contains(argument));
    }

    /** What is wrong with a call, in a line; empty if nothing is. */
    Optional<String> wrong(List<String> arguments) {
        int words = 0;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (valued.contains(argument)) {
                i++;
                if (i == arguments.size()
                        || arguments.get(i).isBlank()
                        || arguments.get(i).startsWith("--")) {
                    return Optional.of(argument + " needs a value");
                }
            } else if (argument.startsWith("-") && !flags.contains(argument)) {
                return Optional.of(typed() + " does not know " + argument);
            } else if (!flags.contains(argument)) {
                words++;
                if (word.isEmpty() || words > 1) {
                    return Optional.of(typed() + " does not know what to do with '" + argument + "'");
                }
                if (argument.isBlank()) {
                    words--;
                }
            }
        }
        return word.isEmpty() || words == 1
                ? Optional.empty()
                : Optional.of(typed() + " needs a " + (word.equals("DIR") ? "folder" : "file"));
    }

    /** The call that would have been right. */
    String usage() {
        StringBuilder line = new StringBuilder("./quitclaim ").append(typed());
        if (!word.isEmpty()) {
            line.append(' ').append(word);
        }
        new TreeSet<>(flags).forEach(flag -> line.append(" [").append(flag).append(']'));
        new TreeSet<>(valued)
                .forEach(option -> line.append(" [")
                        .append(option)
                        .append(' ')
                        .append(option.substring(2).toUpperCase(Locale.ROOT))
                        .append(']'));
        return line.toString();
    }
}
