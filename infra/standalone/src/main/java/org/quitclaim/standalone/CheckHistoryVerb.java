package org.quitclaim.standalone;

import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.DispatchConfiguration;
import org.quitclaim.domain.EventCatalogue;
import org.quitclaim.eventstore.HistoryFindings;
import org.quitclaim.eventstore.HistoryScan;
import org.quitclaim.eventstore.RefusedStart;
import org.quitclaim.eventstore.StoredTypes;

/** {@code check-history}: reads every event of the file, beside a server that works on it or without one. */
final class CheckHistoryVerb {
    /** The history is damaged; also of a start that is refused for it. */
    static final int DAMAGED = 5;

    private CheckHistoryVerb() {}

    static int run(Options options, Console console) {
        if (Folders.areWithoutEvents(options)) {
            console.problem("The events are on Axon Server, whose own tools check its files; this verb reads a file.");
            return 1;
        }
        if (!Files.exists(Folders.data(options).resolve("events.db"))) {
            console.problem("There is no history in " + Folders.data(options) + "; give its folder with --data.");
            return 1;
        }
        try {
            HistoryFindings found = HistoryScan.whole(Folders.data(options), new StoredTypes(types()));
            Optional<String> said = found.said();
            if (said.isPresent()) {
                console.problem(said.get() + " Restore the newest backup (./quitclaim restore DIR), or serve the rest"
                        + " (./quitclaim up --whole-streams-only).");
                return DAMAGED;
            }
            console.say(String.format(Locale.ROOT, "The history is whole: %,d events.", found.events()));
            return 0;
        } catch (RefusedStart e) {
            console.problem(String.valueOf(e.getMessage()));
            return DAMAGED;
        }
    }

    private static Set<Class<?>> types() {
        return Stream.concat(EventCatalogue.all().stream(), DispatchConfiguration.snapshotted().stream())
                .collect(Collectors.toSet());
    }
}
