package org.quitclaim.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.eventstore.RefusedStart;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.backup.BackupRefused;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/**
 * Why a verb could not do its work: one line, and the code with which the process ends.
 *
 * <p><b>Guarantees:</b> whatever failed, nothing else is printed. A fault that nobody foresaw is written in full to a file
 * that only its owner reads.
 */
record Refusal(String line, int exit) {
    /** Trying again may help. */
    static final int REFUSED = 1;

    /** Settings or folders have to be changed first: trying again helps nobody. */
    static final int WRONGLY_SET = 6;

    private static final Set<String> HISTORY = Set.of(
            "start.history-damaged",
            "start.history-unreadable",
            "start.history-shorter",
            "start.other-history",
            "vault.keys-damaged",
            "vault.records-damaged",
            "backup.history-missing",
            "backup.records-missing");

    private static final Set<String> SETTINGS = Set.of(
            "start.no-installation",
            "start.demonstration",
            "start.not-a-demonstration",
            "start.setting-wrong",
            "start.data-folder-unusable",
            "start.kek-protection-unknown",
            "start.kek-copies-mounted",
            "start.other-read-models",
            "start.policy-tokens-spoilt",
            "start.pack-missing",
            "start.pack-invalid",
            "start.pack-model-missing",
            "start.pack-model-altered",
            "start.pack-model-unusable",
            "vault.folders-overlap",
            "vault.place-of-another",
            "vault.kek-missing",
            "vault.kek-wrong");

    /** A setting's own name, as those who refuse one begin their text. */
    private static final String SETTING = "quitclaim.";

    static Refusal of(Throwable failure, Options options) {
        return foreseen(failure).orElseGet(() -> unforeseen(failure, options.data()));
    }

    /** What is known to go wrong, in words of its own. */
    static Optional<Refusal> foreseen(Throwable failure) {
        return causes(failure).flatMap(cause -> known(cause).stream()).findFirst();
    }

    private static Optional<Refusal> known(Throwable cause) {
        return Optional.ofNullable(
                switch (cause) {
                    case RefusedStart refused -> new Refusal(text(refused), exit(refused.code()));
                    case VaultException vault -> of(vault);
                    case BackupRefused backup -> new Refusal(text(backup), exit(backup.code()));
                    case PortInUseException port ->
                        new Refusal(
                                "port " + port.getPort()
                                        + " is in use; give another one with --port, or 0 for a free one.",
                                REFUSED);
                    case BindException binding -> new Refusal(setting(binding), WRONGLY_SET);
                    case IllegalArgumentException said
                    when text(said).startsWith(SETTING) -> new Refusal(wrong(text(said)), WRONGLY_SET);
                    default -> null;
                });
    }

    static Refusal of(VaultException vault) {
        return new Refusal(text(vault) + " [" + vault.code() + "]", exit(vault.code()));
    }

    /** With what the process ends that refuses with this code; the only place that knows. */
    static int exit(String code) {
        if (HISTORY.contains(code)) {
            return CheckHistoryVerb.DAMAGED;
        }
        return SETTINGS.contains(code) ? WRONGLY_SET : REFUSED;
    }

    private static String setting(BindException binding) {
        Optional<String> said = causes(binding)
                .filter(IllegalArgumentException.class::isInstance)
                .map(Refusal::text)
                .filter(text -> text.startsWith(SETTING))
                .findFirst();
        // of a value of several, the innermost names the one that is wrong
        BindException innermost = causes(binding)
                .filter(BindException.class::isInstance)
                .map(BindException.class::cast)
                .reduce(binding, (outer, inner) -> inner);
        return wrong(said.orElseGet(() -> innermost.getName() + " takes " + allowed(innermost)
                + (innermost.getProperty() == null
                        ? ""
                        : ", not '" + innermost.getProperty().getValue() + "'")));
    }

    private static String wrong(String text) {
        return text.strip()
                + ". Change it (in the environment: the name in capitals, with _ for dots and without hyphens)"
                + " and start again. [start.setting-wrong]";
    }

    private static String allowed(BindException binding) {
        Class<?> type = binding.getTarget().getType().resolve(Object.class);
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(each -> each.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "double", "Double" -> "a number";
            case "Duration" -> "a length of time such as 30s, 10m or 2d";
            case "Period" -> "a length of time such as 10d, 6m or 2y";
            case "DataSize" -> "a size such as 200MB";
            case "URI" -> "an address such as https://quitclaim.example.org";
            case "Path" -> "a folder";
            default -> "another form";
        };
    }

    private static Refusal unforeseen(Throwable failure, Path data) {
        Throwable deepest = causes(failure).reduce(failure, (outer, inner) -> inner);
        String kind = deepest instanceof IOException ? text(deepest) : "";
        return new Refusal(
                "something failed that should not (" + deepest.getClass().getSimpleName()
                        + (kind.isBlank() ? "" : ": " + kind.lines().findFirst().orElse(""))
                        + "). Try again; if it stays so, " + written(failure, data) + " [start.failed]",
                REFUSED);
    }

    /** Where the whole of it is. */
    private static String written(Throwable failure, Path data) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Path file = Files.isDirectory(data)
                    ? data.toAbsolutePath().normalize().resolve("failure.txt")
                    : Files.createTempFile("quitclaim-failure", ".txt");
            Files.writeString(file, trace.toString());
            return "send " + file + " to whoever looks after Quitclaim.";
        } catch (IOException e) {
            return "look whether the disk is full: what happened could not be written down either.";
        }
    }

    private static String text(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }
}
