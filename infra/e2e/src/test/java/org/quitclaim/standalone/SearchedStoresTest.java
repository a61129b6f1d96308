package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.command.erasure.RemnantSearch;
import org.quitclaim.domain.Requirement;
import org.quitclaim.eventstore.DiskReserve;
import org.quitclaim.vault.remnant.SearchedStore;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** A store cannot be left out of the search: whatever is in the data folder or keeps something in memory is accounted for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchedStoresTest {
    /** Nothing is ever written to the one, and nothing but noise to the other. */
    private static final Set<Path> EMPTY = Set.of(Path.of("in-use.lock"), Path.of(DiskReserve.FILE));

    /** Beans that keep something between requests, and what of the search looks at it or why there is nothing to find. */
    private static final Map<String, String> KEEPERS = Map.ofEntries(
            Map.entry("FaceprintGallery", "gallery"),
            Map.entry("WorkIndex", "work-lists, work"),
            Map.entry("CopiesInMemory", "digests of whole pictures, dropped with their keys; CopiesTest looks"),
            Map.entry("VersionsInMemory", "digests of whole versions, dropped with the keys of their photos"),
            Map.entry("KnownPictures", "counts"),
            Map.entry("Kept", "how and where the keys are kept, as it was set"),
            Map.entry("MayI", "times of questions by random account id of staff"),
            Map.entry("GalleryKeeper", "locks by random person id"),
            Map.entry("PermitIssuer", "permits by random id, of at most a minute, voided by every revocation"),
            Map.entry("PortalPages", "notices, which are about nobody"),
            Map.entry("Renditions", "digests of files by random rendition id"),
            Map.entry("RemnantSearch", "ids of erasure cases"),
            Map.entry("WhenErasureOrderedThenShred", "counts by erasure case"),
            Map.entry("WhenLinkIssuedThenMail", "waits by random id of a link"),
            Map.entry("WhenCodeAskedThenMail", "waits by the digest of what a code signs"),
            Map.entry("EventLog", "salted commitments to the last events: transparency-log"),
            Map.entry("Edge", "hashes of such commitments"),
            Map.entry("Checkpoint", "one hash of all of them"),
            Map.entry("LogKey", "a public key"),
            Map.entry("MailCatcher", "mail of the demonstration alone, which stands for mailboxes elsewhere"),
            Map.entry("WhenKeyDestroyedThenFollowUp", "counts by erasure case"),
            Map.entry("Shredder", "destroyed keys of this process, by their random references"),
            Map.entry("Vocabulary", "words of contexts, which are about nobody; dropped when they are struck"),
            Map.entry("StandaloneSettings", "settings"),
            Map.entry("TinkVault", "vault, keys, records, sealed-files, epochs"),
            Map.entry("Accounts", "roles of staff by random account id"),
            Map.entry("ServiceTokens", "digests of tokens of machines"),
            Map.entry("FailedLogins", "counts by keyed digest and address of the last minutes, of staff"),
            Map.entry("SentKeys", "digests of requests under a secret of this process, which nobody can guess from"),
            Map.entry("LoginPage", "words"),
            Map.entry("EdgeSettings", "addresses of proxies, as they are set"),
            Map.entry("CostlyWork", "counts of what is under way"),
            Map.entry("LiveFeed", "open connections of staff"),
            Map.entry("PublicationGate", "random publication ids"),
            Map.entry("Underway", "random publication ids and verdicts"),
            Map.entry("PromptEventStore", "streams that are being read"),
            Map.entry("RecentEvents", "the last events as stored, which name nobody"),
            Map.entry("LedgerChain", "check values of lines about destroyed keys, by random ids"),
            Map.entry("Routes", "who may call which method"),
            Map.entry("OperationNames", "names of routes"),
            Map.entry("Rows", "prepared statements: work"),
            Map.entry("ReadPositions", "positions"),
            Map.entry("SequentialTokens", "names of projections"),
            Map.entry("Known", "digests of addresses and devices that failed to log in, for minutes"),
            Map.entry("SnapshotTypes", "classes"),
            Map.entry("OwnSnapshots", "sequences and digests by random id of a stream, which name nobody"),
            Map.entry("StatedLooks", "random ids of accounts and photos, for fifteen minutes"),
            Map.entry("StoredTypes", "classes"),
            Map.entry("DataFolderLock", "an empty file"),
            Map.entry("DiskReserve", "a file of noise"),
            Map.entry("ControlSocket", "a socket, no file"),
            Map.entry("Tally", "counts and check values by kind of to-do: work-lists, work"),
            Map.entry("Work", "random ids of open to-dos"),
            Map.entry("Reconciler", "random ids of open to-dos"),
            Map.entry("FailedAttempts", "counts by erasure case"),
            Map.entry("WhenManyPeopleAreLookedAtThenAlarm", "a moment"),
            Map.entry("AggregateCache", "states of streams, which name nobody"),
            Map.entry("Streams", "states of streams, which name nobody"),
            Map.entry("RecentlyUsed", "documents as last written: documents, persons-view, photos-view"),
            Map.entry("AesGcm", "one key, overwritten when it ends; DestroyedKeysInMemoryTest looks"),
            Map.entry("HeldKey", "one key, given up when it ends; DestroyedKeysInMemoryTest looks"),
            Map.entry("KeyLeases", "keys for half a minute, given up when one is destroyed; HeapTest looks"),
            Map.entry("SqliteDatabase", "connections: keys, records"),
            Map.entry("GroupCommit", "writes under way: keys, records"),
            Map.entry("GroupCommitWriter", "writes under way: events"),
            Map.entry("WriterSession", "a connection: events"),
            Map.entry("FullScans", "names of fields"),
            Map.entry("Normalisation", "figures of a model"),
            Map.entry("ProblemTexts", "words"));

    private Path data;
    private Server server;
    private ApplicationContext context;

    @BeforeAll
    void start(@TempDir Path folder) {
        data = folder.resolve("data");
        server = Running.demo(data);
        context = java.util.Objects.requireNonNull(
                server.bean(DispatcherServlet.class).getWebApplicationContext(), "a servlet has its context");
        Office office = Office.at(server.address());
        String collection = office.openCollection("Something");
        office.take(collection, "portrait.jpg", Pictures.portrait(1).jpeg());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    @Requirement("R64")
    void everyFileInTheDataFolderBelongsToAStoreThatIsSearched() throws IOException {
        assertThat(unclaimed()).isEmpty();
        Path stray = Files.writeString(data.resolve("export.csv"), "something new that is kept");
        try {
            assertThat(unclaimed()).containsExactly("export.csv");
        } finally {
            Files.delete(stray);
        }
    }

    private Set<String> unclaimed() throws IOException {
        List<SearchedStore> stores =
                List.copyOf(context.getBeansOfType(SearchedStore.class).values());
        Set<String> unclaimed = new TreeSet<>();
        try (Stream<Path> files = Files.walk(data)) {
            files.filter(Files::isRegularFile)
                    .map(data::relativize)
                    .filter(file -> !EMPTY.contains(file))
                    .filter(file -> stores.stream().noneMatch(store -> store.holds(file)))
                    .forEach(file -> unclaimed.add(file.toString()));
        }
        return unclaimed;
    }

    @Test
    @Requirement("R64")
    void theSearchLooksAtEveryStoreThereIs() {
        assertThat(server.bean(RemnantSearch.class).stores())
                .containsExactly(
                        "demo-clock",
                        "documents",
                        "epochs",
                        "events",
                        "gallery",
                        "keys",
                        "logs",
                        "persons-view",
                        "photos-view",
                        "policy-tokens",
                        "public-keys",
                        "read-models",
                        "records",
                        "sealed-files",
                        "transparency-log",
                        "vault",
                        "work",
                        "work-lists");
    }

    /** A bean that comes to keep something must be searched, or say here why there is nothing to find in it. */
    @Test
    @Requirement("R64")
    void everyBeanThatKeepsSomethingIsAccountedFor() {
        Set<String> keepers = new TreeSet<>(new Keepers().among(beans()));
        keepers.removeAll(KEEPERS.keySet());
        assertThat(keepers).isEmpty();
    }

    private Collection<Object> beans() {
        return Stream.of(context.getBeanDefinitionNames())
                .filter(context::containsBean)
                .map(context::getBean)
                .filter(bean -> bean.getClass().getName().startsWith("org.quitclaim."))
                .filter(bean -> !bean.getClass().getName().contains("$$"))
                .toList();
    }

    /** Something that keeps what it is told, deep inside a bean that looks as if it kept nothing. */
    private record Innocent(Inner inner) {
        private record Inner(List<String> heard, byte[] last) {}
    }

    @Test
    void whatIsKeptDeepInsideInAListOrInAnArrayIsFoundToo() {
        assertThat(new Keepers().among(List.of(new Innocent(new Innocent.Inner(new ArrayList<>(), new byte[0])))))
                .containsExactly("Inner");
        assertThat(new Keepers().among(List.of(new Innocent(new Innocent.Inner(List.of(), new byte[1])))))
                .containsExactly("Inner");
        assertThat(new Keepers().among(List.of(new Innocent(new Innocent.Inner(List.of("fixed"), new byte[0])))))
                .isEmpty();
    }
}
