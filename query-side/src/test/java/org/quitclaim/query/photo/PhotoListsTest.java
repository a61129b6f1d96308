package org.quitclaim.query.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.OpaqueId;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.SearchStandard;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.query.EmbeddedDatabase;
import org.quitclaim.query.History;
import org.quitclaim.query.photo.PhotoLists.Wanted;
import org.quitclaim.query.projection.Cursor;
import org.quitclaim.query.projection.Page;
import org.quitclaim.query.projection.Recorded;
import org.quitclaim.vault.IdMint;

/** A list of photos of one colour has exactly those that have it, and is found by an index however many there are. */
class PhotoListsTest {
    /** What is counted does not depend on how many there are; 100,000 take five minutes. */
    private static final int MANY = Integer.getInteger("quitclaim.many-photos", 10_000);

    private static final int PAGE = 50;
    private static final UseContext OPEN_DAY = new UseContext("open-day");
    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-12-01");
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-31");

    @TempDir
    Path folder;

    private EmbeddedDatabase mongo;
    private PhotoStatusProjector projector;
    private final List<Recorded> told = new ArrayList<>();
    private final History history =
            new History(one -> told.add(new Recorded(one.event(), one.sequence(), one.position())));

    @BeforeEach
    void open() throws IOException {
        mongo = EmbeddedDatabase.open(folder, 1_000);
        projector = new PhotoStatusProjector(mongo.database(), Territory.EEA, Clock.fixed(History.AT, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws IOException {
        mongo.close();
    }

    @Test
    void every_list_has_exactly_the_photos_that_have_the_colour_then() {
        List<CollectionId> collections = tellAStory();
        List<UseContext> subjects = List.of(UseContext.GENERAL, OPEN_DAY, new UseContext("health"));
        List<Instant> times = List.of(
                History.AT,
                FIRST_DAY.atStartOfDay(History.ZONE).toInstant(),
                LAST_DAY.plusDays(1).atStartOfDay(History.ZONE).toInstant(),
                // a clock that was ahead is put right
                History.AT.minusSeconds(1));
        int found = 0;
        for (Instant at : times) {
            for (UseContext subject : subjects) {
                for (Colour colour : Colour.values()) {
                    for (SearchStandard search : List.of(SearchStandard.ANY, (SearchStandard) looked -> false)) {
                        found += assertLists(collections.getFirst(), at, subject, colour, search, HistoryTrust.WHOLE);
                    }
                    found += assertLists(collections.getFirst(), at, subject, colour, SearchStandard.ANY, DOUBTED);
                }
            }
        }
        assertThat(found).as("photos in all these lists").isGreaterThan(100);
    }

    private int assertLists(
            CollectionId collection,
            Instant at,
            UseContext subject,
            Colour colour,
            SearchStandard search,
            HistoryTrust trust) {
        int found = 0;
        for (Optional<Channel> channel : List.of(Optional.<Channel>empty(), Optional.of(Channel.WEBSITE))) {
            StatusAt now = at(at, subject, search, trust);
            PhotoLists lists = new PhotoLists(projector.photos());
            Set<Channel> channels = channel.map(one -> Set.of(one)).orElse(EnumSet.allOf(Channel.class));
            List<String> all = newest(photo -> now.matches(photo, Set.of(colour), channels));
            assertThat(walk(lists, new Wanted(Optional.empty(), Optional.empty(), Optional.of(colour), channel), now))
                    .as("%s for %s on %s at %s", colour, subject, channel, at)
                    .isEqualTo(all);
            assertThat(walk(
                            lists,
                            new Wanted(
                                    Optional.of(List.of(collection)), Optional.empty(), Optional.of(colour), channel),
                            now))
                    .isEqualTo(newest(photo -> photo.photo().collection().equals(collection)
                            && now.matches(photo, Set.of(colour), channels)));
            found += all.size();
        }
        return found;
    }

    /** Of each ten thousand: green, red and amber ones, those that were green, and those that will be. */
    @Test
    void no_list_of_many_photos_looks_at_more_than_it_answers() {
        List<CollectionId> collections = tellAStory();
        PersonId somebody = history.person();
        PhotoId hers = history.reviewedPhoto(collections.getLast(), List.of(somebody));
        project();
        PhotoDocument shown = projector.photos().find(hers.value()).orElseThrow();
        multiply(hers);
        CollectionId big = collections.getFirst();
        PhotoLists lists = new PhotoLists(projector.photos());
        Instant end = LAST_DAY.plusDays(1).atStartOfDay(History.ZONE).toInstant();
        for (Instant at : List.of(History.AT, end)) {
            StatusAt now = at(at, UseContext.GENERAL, SearchStandard.ANY, HistoryTrust.WHOLE);
            // what the clock changed is brought up to date once, by whoever asks first
            lists.page(
                    new Wanted(Optional.empty(), Optional.empty(), Optional.of(Colour.RED), Optional.empty()),
                    now,
                    Cursor.START,
                    1);
            List<Wanted> asked = new ArrayList<>();
            for (Optional<List<CollectionId>> within : List.of(
                    Optional.<List<CollectionId>>empty(), Optional.of(List.of(big)), Optional.of(collections))) {
                asked.add(new Wanted(within, Optional.empty(), Optional.empty(), Optional.empty()));
                for (Colour colour : Colour.values()) {
                    asked.add(new Wanted(within, Optional.empty(), Optional.of(colour), Optional.empty()));
                    asked.add(new Wanted(within, Optional.empty(), Optional.of(colour), Optional.of(Channel.PRINT)));
                }
                asked.add(new Wanted(within, Optional.of(somebody), Optional.of(Colour.RED), Optional.empty()));
            }
            for (Wanted wanted : asked) {
                long before = mongo.server().fullScans().documentsLookedAt();
                Page<PhotoDocument> page = lists.page(wanted, now, Cursor.START, PAGE);
                long lookedAt = mongo.server().fullScans().documentsLookedAt() - before;
                assertThat(lookedAt)
                        .as(
                                "looked at for %s, of which there are %s",
                                wanted, page.items().size())
                        .isLessThanOrEqualTo(PAGE + 1 + 2 * PROFILES);
            }
        }
        assertThat(shown.sighted()).containsExactly(somebody);
        assertThat(mongo.server().fullScans().seen()).isEmpty();
    }

    /** As many as this story has: each is asked for once, and once more to see that there are no others. */
    private static final int PROFILES = 12;

    /** The photos of the story but one, over and over, under other ids. */
    private void multiply(PhotoId once) {
        List<PhotoDocument> originals =
                all().stream().filter(photo -> !photo.photo().id().equals(once)).toList();
        long born = 1_000_000;
        List<PhotoDocument> more = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            more.add(another(originals.get(i % originals.size()), born + i));
            if (more.size() == 2_000) {
                projector.photos().write(more);
                more.clear();
            }
        }
        projector.photos().write(more);
    }

    private static PhotoDocument another(PhotoDocument one, long born) {
        Registered was = one.photo();
        Registered photo = new Registered(
                IdMint.mint(PhotoId.PREFIX, PhotoId::new),
                was.collection(),
                was.picture(),
                was.faces(),
                was.renditions(),
                was.search(),
                was.reviewed(),
                was.removed(),
                was.version(),
                Map.of(),
                was.regated(),
                was.compared(),
                was.seen(),
                was.copies(),
                was.size());
        return new PhotoDocument(photo, one.registered(), one.statuses(), one.changedAt(), born, 1, born);
    }

    private List<CollectionId> tellAStory() {
        CollectionId everyday = history.collection(UseContext.GENERAL);
        CollectionId openDay = history.collection(OPEN_DAY);
        PersonId green = allowed(UseContext.GENERAL, LocalDate.parse("2026-11-01"));
        PersonId soon = allowed(UseContext.GENERAL, FIRST_DAY);
        PersonId forOpenDay = allowed(OPEN_DAY, LocalDate.parse("2026-11-01"));
        PersonId never = history.person();
        PersonId gone = history.person();
        GrantId withdrawn = history.grant(gone, History.websiteUntil(LAST_DAY));
        for (CollectionId collection : List.of(everyday, openDay)) {
            for (PersonId person : List.of(green, soon, forOpenDay, never, gone)) {
                history.reviewedPhoto(collection, List.of(person));
            }
            history.reviewedPhoto(collection, List.of(green, forOpenDay));
            history.photo(collection, List.of(History.face()));
        }
        history.withdraw(gone, withdrawn, Channel.WEBSITE, 1);
        project();
        return List.of(everyday, openDay);
    }

    private PersonId allowed(UseContext subject, LocalDate from) {
        PersonId person = history.person();
        history.grant(person, History.publication(Channel.WEBSITE, subject, from, LAST_DAY));
        return person;
    }

    private int projected;

    private void project() {
        projector.apply(List.copyOf(told.subList(projected, told.size())));
        projected = told.size();
    }

    private StatusAt at(Instant at, UseContext subject, SearchStandard search, HistoryTrust trust) {
        return new StatusAt(
                at,
                Optional.of(subject),
                Subjects.DEFAULT,
                new PhotoReader(true, true, any -> true),
                trust,
                search,
                projector.timeline());
    }

    private static List<String> walk(PhotoLists lists, Wanted wanted, StatusAt now) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Page<PhotoDocument> page = lists.page(wanted, now, Cursor.parse(cursor), 2);
            page.items().forEach(photo -> ids.add(photo.documentId()));
            cursor = page.next() == null ? "" : page.next();
        } while (!cursor.isEmpty());
        return ids;
    }

    private List<String> newest(java.util.function.Predicate<PhotoDocument> wanted) {
        return all().stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(PhotoDocument::born).reversed())
                .map(PhotoDocument::documentId)
                .toList();
    }

    private List<PhotoDocument> all() {
        return projector.photos().page(Cursor.START, 1_000).items();
    }

    private static final HistoryTrust DOUBTED = new HistoryTrust() {
        @Override
        public List<String> doubts() {
            return List.of("history.fault-found");
        }

        @Override
        public List<String> doubtsAbout(java.util.Collection<PersonId> visible) {
            return List.of();
        }

        @Override
        public Set<PersonId> doubted(java.util.Collection<PersonId> persons) {
            return Set.copyOf(persons);
        }

        @Override
        public boolean doubted(PersonId person, Instant given) {
            return true;
        }

        @Override
        public boolean damaged(OpaqueId stream) {
            return false;
        }

        @Override
        public boolean whole() {
            return false;
        }
    };
}
