package org.quitclaim.standalone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Opens what a death at every single step of vault or event store would have left, and looks at what the start makes of it.
 *
 * <p>A chapter of the story is told to a real server over HTTP, and everything on disk is copied at every moment
 * before and after a step. Each copy is then laid where it was taken and opened there: at another path it would be another
 * copy of the installation. Hence chapters and places, which are opened side by side.
 *
 * <p>A process of its own, because hundreds of starts are done in half the time by one that compiles less thoroughly.
 */
final class EveryStep {
    static final String DONE = "every step was looked at";
    static final String WRONG = "WRONG: ";

    /** Half of an opening is waiting for the work at a start: so each chapter is told in several, each for its share. */
    private static final int PLACES = 3;

    private static final Map<String, Chapter.Book> STORY = Map.of(
            "signed-and-published",
            (server, ledger) -> new SignedAndPublished(StoryPeople.at(server, ledger)),
            "taken-back",
            TakenBack::new,
            "erased",
            Erased::new);

    private final Path folder;
    private final Reopening reopening;

    private EveryStep(Path folder, Reopening reopening) {
        this.folder = folder;
        this.reopening = reopening;
    }

    /** @param arguments a folder; then the chapters, or none for all of them */
    @SuppressWarnings("SystemOut") // the test reads what is printed
    public static void main(String[] arguments) throws Exception {
        // a thread that warms up what is warm after the first start
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        logWarningsOnly();
        Set<String> chapters =
                arguments.length > 1 ? Set.copyOf(List.of(arguments).subList(1, arguments.length)) : STORY.keySet();
        try (Reopening reopening = new Reopening();
                ExecutorService threads = Executors.newFixedThreadPool(PLACES * chapters.size())) {
            EveryStep every = new EveryStep(Path.of(arguments[0]), reopening);
            List<Future<List<String>>> all = chapters.stream()
                    .flatMap(chapter -> IntStream.range(0, PLACES)
                            .mapToObj(place -> threads.submit(() -> every.stepOf(chapter, place))))
                    .toList();
            for (Future<List<String>> one : all) {
                one.get().forEach(System.out::println);
            }
        }
        System.out.println(DONE);
        System.exit(0);
    }

    /** Set up once: applications that start side by side would each set up the one logging system that there is. */
    private static void logWarningsOnly() {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    /** What was counted and what was found. */
    private List<String> stepOf(String chapter, int place) throws Exception {
        Path slot = folder.resolve(chapter + "-" + place);
        long begun = System.nanoTime();
        Moments moments = told(slot, Objects.requireNonNull(STORY.get(chapter), chapter));
        long told = System.nanoTime();
        List<String> said = new ArrayList<>();
        Path data = slot.resolve("data");
        List<Frozen> here = moments.frozen().stream()
                .filter(frozen -> frozen.number() % PLACES == place)
                .toList();
        for (Frozen frozen : here) {
            frozen.layInto(slot);
            if (leavesShreds(data)) {
                said.add(WRONG + chapter + " at " + frozen + ": the vault does not finish what it began to destroy");
            }
            frozen.layInto(slot);
            open(data, frozen, chapter, said);
        }
        said.add("%s: %d moments told in %d s, %d of their states opened in %d s"
                .formatted(
                        chapter,
                        moments.passed(),
                        (told - begun) / 1_000_000_000,
                        here.size(),
                        (System.nanoTime() - told) / 1_000_000_000));
        return said;
    }

    private Moments told(Path slot, Chapter.Book book) {
        Ledger ledger = new Ledger();
        Moments moments = new Moments(slot, slot.resolveSibling(slot.getFileName() + "-kept"), ledger);
        try (Server server = Running.demo(slot.resolve("data"), moments)) {
            Chapter chapter = book.open(server, ledger);
            chapter.prepare();
            Rest.await(server);
            moments.keep(true);
            chapter.tell();
            moments.keep(false);
        }
        return moments;
    }

    private static boolean leavesShreds(Path data) throws Exception {
        ShredsLeft left = new ShredsLeft(data);
        if (!left.any()) {
            return false;
        }
        left.openVaultAlone();
        return left.any();
    }

    private void open(Path data, Frozen frozen, String chapter, List<String> said) {
        try (Server server = reopening.over(data)) {
            new Aftermath(server, data, frozen.ledger()).check();
        } catch (Exception | AssertionError e) {
            said.add(WRONG + chapter + " at " + frozen + ": " + e);
        }
    }
}
