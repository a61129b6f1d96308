package org.quitclaim.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.command.dispatch.DispatchConfiguration;
import org.quitclaim.command.work.HistoryCheck;
import org.quitclaim.domain.catalogue.EventCatalogue;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.Doubts;
import org.quitclaim.domain.history.OpenDoubt;
import org.quitclaim.eventstore.HistoryFindings;
import org.quitclaim.eventstore.HistoryKnowledge;
import org.quitclaim.eventstore.HistoryRefusal;
import org.quitclaim.eventstore.HistoryScan;
import org.quitclaim.eventstore.StoredTypes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check-history}: reads every event of the file, beside a server that works on it or without one. */
@Command(name = "check-history", description = "reads every event, also beside a running server; changes nothing")
final class CheckHistoryVerb implements Verb {
    /** The history is damaged; also of a start that is refused for it. */
    static final int DAMAGED = 5;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Options options() {
        return data.options();
    }

    @Override
    public int run(Console console) {
        if (Folders.areWithoutEvents(options())) {
            console.problem("The events are on Axon Server, whose own tools check its files; this verb reads a file.");
            return 1;
        }
        Path folder = data.folder();
        // before the events, which are then never behind it
        HistoryKnowledge knowledge = new BesideTheEvents().in(folder);
        if (!Files.exists(folder.resolve("events.db")) && !knowledge.hasAny()) {
            console.problem("There is no history in " + folder + "; give its folder with --data.");
            return 1;
        }
        return told(looked(folder, knowledge), console);
    }

    /** What was found in a history, and which doubts about it were recorded in it. */
    private record Look(HistoryFindings found, Doubts doubts) {
        /** What nobody has accepted, in a sentence. */
        Optional<String> damage() {
            return HistoryCheck.unsettled(found, doubts).said();
        }
    }

    /** What is damaged in the history of a folder and was accepted by nobody, in a sentence. */
    static Optional<String> damage(Path data) {
        return looked(data, new BesideTheEvents().in(data)).damage();
    }

    private static Look looked(Path data, HistoryKnowledge knowledge) {
        RecordedDoubts recorded = new RecordedDoubts(knowledge.installation());
        HistoryFindings found = HistoryScan.whole(data, new StoredTypes(types()), knowledge, recorded);
        return new Look(found, recorded.doubts());
    }

    private static int told(Look look, Console console) {
        Optional<String> damage = look.damage();
        if (damage.isPresent()) {
            console.problem(damage.get() + HistoryRefusal.NEXT);
            return DAMAGED;
        }
        Optional<Doubt> open = look.doubts().open().stream()
                .map(OpenDoubt::doubt)
                .filter(Doubt::forbids)
                .findFirst();
        if (open.isPresent()) {
            console.problem(
                    "Nothing more is wrong, and " + open.get().id() + " waits for an officer: restore the newest"
                            + " backup (./quitclaim restore DIR), or settle it on the page Oversight.");
            return DAMAGED;
        }
        int accepted =
                look.found().unexplained().size() + look.found().altered().size();
        console.say(String.format(
                Locale.ROOT,
                "The history is whole%s: %,d events.",
                accepted == 0 ? "" : " but for what an officer accepted (" + accepted + ")",
                look.found().events()));
        return 0;
    }

    private static Set<Class<?>> types() {
        return Stream.concat(EventCatalogue.all().stream(), DispatchConfiguration.snapshotted().stream())
                .collect(Collectors.toSet());
    }
}
