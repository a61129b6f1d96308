package org.quitclaim.query.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.collection.CollectionEvent;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.Contexts;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.GrantId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.PhotoEvent;
import org.quitclaim.domain.photo.SearchStandard;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.query.EmbeddedDatabase;
import org.quitclaim.query.History;
import org.quitclaim.query.photo.PhotoView.ChannelStatus;
import org.quitclaim.query.projection.Recorded;

class PhotoStatusProjectorTest {
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-12-31");
    private static final Instant ENDS =
            LAST_DAY.plusDays(1).atStartOfDay(History.ZONE).toInstant();

    @TempDir
    Path folder;

    private EmbeddedDatabase mongo;
    private PhotoStatusProjector projector;
    private final List<Recorded> told = new ArrayList<>();
    private final History history =
            new History(one -> told.add(new Recorded(one.event(), one.sequence(), one.position())));

    @BeforeEach
    void open() throws IOException {
        mongo = EmbeddedDatabase.open(folder, 100);
        projector = new PhotoStatusProjector(mongo.database(), Territory.EEA, Clock.fixed(History.AT, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws IOException {
        mongo.close();
    }

    @Test
    @Requirement("R40")
    void aGreenThatHasRunOutIsNotGreenThoughNoEventSaidSo() {
        PersonId person = history.person();
        history.grant(person, History.websiteUntil(LAST_DAY));
        PhotoId photo = history.reviewedPhoto(history.collection(UseContext.GENERAL), List.of(person));
        project();

        assertThat(website(photo, History.AT))
                .returns(Colour.GREEN, ChannelStatus::colour)
                .returns(ENDS, ChannelStatus::until);
        assertThat(website(photo, ENDS.minusMillis(1)).colour()).isEqualTo(Colour.GREEN);
        assertThat(website(photo, ENDS).colour()).isEqualTo(Colour.RED);
        assertThat(codes(website(photo, ENDS))).containsExactly("consent.expired");
    }

    @Test
    @Requirement("R40")
    void aTermThatHasNotBegunTurnsGreenByItself() {
        PersonId person = history.person();
        LocalDate from = LocalDate.parse("2026-12-01");
        history.grant(person, History.publication(Channel.WEBSITE, UseContext.GENERAL, from, LAST_DAY));
        PhotoId photo = history.reviewedPhoto(history.collection(UseContext.GENERAL), List.of(person));
        project();

        assertThat(codes(website(photo, History.AT))).containsExactly("consent.not-yet");
        assertThat(website(photo, from.atStartOfDay(History.ZONE).toInstant()).colour())
                .isEqualTo(Colour.GREEN);
    }

    /** A photo may be used ten thousand times; its status is not written anew for each. */
    @Test
    void onlyWhatAUseOrALookLeavesBehindIsNotLookedAt() {
        Set<Class<?>> passedOver = Stream.of(PhotoEvent.class, CollectionEvent.class, ConsentEvent.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .filter(event -> !projector.wants(event))
                .collect(Collectors.toSet());

        assertThat(passedOver)
                .containsExactlyInAnyOrder(
                        PhotoEvent.LookedUncovered.class,
                        PhotoEvent.FileWordsKept.class,
                        PhotoEvent.ReleaseAuthorised.class,
                        PhotoEvent.ReleaseEnded.class,
                        PhotoEvent.ReleasesRegated.class,
                        ConsentEvent.UseAuthorised.class,
                        ConsentEvent.UseReleased.class,
                        ConsentEvent.MatchAccepted.class);
    }

    @Test
    @Requirement("R39")
    void aWithdrawalTurnsEveryPhotoOfThatPersonRed() {
        PersonId person = history.person();
        GrantId grant = history.grant(person, History.websiteUntil(LAST_DAY));
        CollectionId collection = history.collection(UseContext.GENERAL);
        List<PhotoId> photos = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            photos.add(history.reviewedPhoto(collection, List.of(person)));
        }
        PhotoId another = history.reviewedPhoto(collection, List.of(grantedPerson()));
        project();
        history.withdraw(person, grant, Channel.WEBSITE, 1);
        project();

        assertThat(photos)
                .allSatisfy(
                        photo -> assertThat(codes(website(photo, History.AT))).containsExactly("consent.withdrawn"));
        assertThat(website(another, History.AT).colour()).isEqualTo(Colour.GREEN);
        assertThat(mongo.server().fullScans().seen()).isEmpty();
    }

    @Test
    void nothingIsGreenBeforeSomebodySaidThatEverybodyIsMarked() {
        PersonId person = grantedPerson();
        FaceId face = History.face();
        PhotoId photo = history.photo(history.collection(UseContext.GENERAL), List.of(face));
        history.sight(photo, face, person);
        project();
        assertThat(codes(website(photo, History.AT))).containsExactly("photo.not-reviewed");
    }

    @Test
    void consentForOneContextIsNoneForAnother() {
        UseContext hip = new UseContext("hip-surgery");
        PersonId person = history.person();
        history.grant(person, History.publication(Channel.WEBSITE, hip, LocalDate.parse("2026-11-01"), LAST_DAY));
        PhotoId photo = history.reviewedPhoto(history.collection(hip), List.of(person));
        project();

        assertThat(website(photo, hip).colour()).isEqualTo(Colour.GREEN);
        assertThat(codes(website(photo, new UseContext("hiv")))).containsExactly("consent.other-context");
        assertThat(codes(website(photo, UseContext.GENERAL))).containsExactly("consent.other-context");
    }

    @Test
    void aContextThatOnlyAGrantNamesIsAskedAboutToo() {
        UseContext hip = new UseContext("hip-surgery");
        PersonId person = history.person();
        history.grant(person, History.publication(Channel.WEBSITE, hip, LocalDate.parse("2026-11-01"), LAST_DAY));
        PhotoId photo = history.reviewedPhoto(history.collection(UseContext.GENERAL), List.of(person));
        project();

        assertThat(website(photo, hip).colour()).isEqualTo(Colour.GREEN);
        assertThat(website(photo, UseContext.GENERAL).colour()).isEqualTo(Colour.RED);
    }

    @Test
    void consentForGeneralUseAloneIsNoneForASubjectThatNobodyNamed() {
        PersonId person = history.person();
        history.grant(person, about(Contexts.GENERAL));
        PhotoId photo = history.reviewedPhoto(history.collection(UseContext.GENERAL), List.of(person));
        project();

        assertThat(website(photo, UseContext.GENERAL).colour()).isEqualTo(Colour.GREEN);
        assertThat(website(photo, new UseContext("hiv")).colour()).isEqualTo(Colour.RED);
    }

    /** What a stored status says, against the rule itself: for subjects that somebody wrote down and for those nobody did. */
    @Test
    void everySubjectHasTheColourOfTheRuleWhicheverOfThemCountAsSensitive() {
        UseContext hip = new UseContext("hip-surgery");
        UseContext openDay = new UseContext("open-day");
        UseContext event = new UseContext("event");
        PersonId person = history.person();
        history.grant(person, about(Subjects.DEFAULT.any(Set.of(hip, event))));
        PhotoId photo = history.reviewedPhoto(history.collection(new UseContext("staff")), List.of(person));
        project();

        Subjects strict = new Subjects(Subjects.DEFAULT.everyday(), Set.of(openDay, event, new UseContext("staff")));
        Set<UseContext> known = new Contexts(Subjects.DEFAULT.everyday(), Subjects.DEFAULT.sensitive()).all();
        for (Subjects subjects : List.of(Subjects.DEFAULT, strict)) {
            for (UseContext one : new Contexts(known, Set.of(new UseContext("gala-of-2031"))).all()) {
                boolean covered = one.equals(hip)
                        || one.equals(event)
                        || (Subjects.DEFAULT.everyday().contains(one) && !subjects.sensitive(one));
                assertThat(website(photo, History.AT.plus(Duration.ofHours(1)), Optional.of(one), subjects)
                                .colour())
                        .as("%s, sensitive %s", one, subjects.sensitive(one))
                        .isEqualTo(covered ? Colour.GREEN : Colour.RED);
            }
        }
    }

    private static Terms about(Contexts contexts) {
        Terms website = History.websiteUntil(LAST_DAY);
        return new Terms(
                website.purpose(),
                website.channels(),
                website.territories(),
                contexts,
                website.coverage(),
                website.term());
    }

    @Test
    void aBatchThatRepeatsWhatIsDoneAndGoesOnAddsOnlyWhatIsNew() {
        PersonId person = history.person();
        FaceId face = History.face();
        PhotoId photo = history.photo(history.collection(UseContext.GENERAL), List.of(face));
        history.suggest(photo, face, person);
        project();
        history.review(photo);
        projector.apply(List.copyOf(told.subList(told.size() - 2, told.size())));

        PhotoDocument document = projector.photos().find(photo.value()).orElseThrow();
        assertThat(Objects.requireNonNull(document.photo().faces().get(face)).suggestions())
                .hasSize(1);
        assertThat(document.photo().reviewed()).isTrue();
    }

    @Test
    void everyEventTwiceChangesNothing() {
        tellAStory();
        project();
        Map<String, String> once = dump();
        for (int size : List.of(1, 3, 7, told.size())) {
            projector.forget();
            projectInBatchesOf(size);
            assertThat(dump()).isEqualTo(once);
        }
    }

    @Test
    void howEventsAreBatchedMakesNoDifference() throws IOException {
        tellAStory();
        projectInBatchesOf(1);
        Map<String, String> oneByOne = dump();
        close();
        folder = folder.resolve("again");
        assertThat(folder.toFile().mkdir()).isTrue();
        open();
        projectInBatchesOf(told.size());
        assertThat(dump()).isEqualTo(oneByOne);
    }

    /** The projection dies after the photos were written and before the person is. */
    @Test
    void aCrashBetweenPhotosAndPersonIsMadeUpForByTheSameBatch() {
        PersonId person = history.person();
        GrantId grant = history.grant(person, History.websiteUntil(LAST_DAY));
        PhotoId photo = history.reviewedPhoto(history.collection(UseContext.GENERAL), List.of(person));
        project();
        org.bson.Document personBefore =
                mongo.database().getCollection("status-persons").find().first();
        history.withdraw(person, grant, Channel.WEBSITE, 1);
        project();
        mongo.database()
                .getCollection("status-persons")
                .replaceOne(new org.bson.Document("_id", person.value()), Objects.requireNonNull(personBefore));
        projector.forget();
        projectInBatchesOf(told.size());
        assertThat(website(photo, History.AT).colour()).isEqualTo(Colour.RED);
    }

    /** Why this projection has one segment: a second one works from persons that the first does not know any more. */
    @Test
    void inTwoSegmentsAGreenWouldStayForEver() throws IOException {
        PersonId person = history.person();
        GrantId grant = history.grant(person, History.websiteUntil(LAST_DAY));
        CollectionId collection = history.collection(UseContext.GENERAL);
        PhotoId first = history.reviewedPhoto(collection, List.of(person));
        history.withdraw(person, grant, Channel.WEBSITE, 1);
        PhotoId second = history.reviewedPhoto(collection, List.of(person));
        List<Recorded> persons =
                told.stream().filter(one -> one.event() instanceof ConsentEvent).toList();
        List<Recorded> photos = told.stream()
                .filter(one -> !(one.event() instanceof ConsentEvent))
                .toList();
        PhotoStatusProjector otherSegment =
                new PhotoStatusProjector(mongo.database(), Territory.EEA, Clock.fixed(History.AT, ZoneOffset.UTC));

        projector.apply(persons.subList(0, 3));
        otherSegment.apply(photos.subList(0, 5));
        projector.apply(persons.subList(3, persons.size()));
        otherSegment.apply(photos.subList(5, photos.size()));
        assertThat(website(second, History.AT).colour()).isEqualTo(Colour.GREEN);

        close();
        folder = folder.resolve("again");
        assertThat(folder.toFile().mkdir()).isTrue();
        open();
        project();
        assertThat(website(first, History.AT).colour()).isEqualTo(Colour.RED);
        assertThat(website(second, History.AT).colour()).isEqualTo(Colour.RED);
    }

    private void tellAStory() {
        CollectionId collection = history.collection(new UseContext("open-day"));
        List<PersonId> persons = List.of(grantedPerson(), grantedPerson(), history.person());
        history.reviewedPhoto(collection, persons);
        GrantId late = history.grant(persons.get(2), History.websiteUntil(LAST_DAY));
        history.reviewedPhoto(collection, persons.subList(1, 3));
        history.photo(collection, List.of(History.face()));
        history.withdraw(persons.get(2), late, Channel.WEBSITE, 1);
        history.reviewedPhoto(collection, persons.subList(0, 1));
    }

    private PersonId grantedPerson() {
        PersonId person = history.person();
        history.grant(person, History.websiteUntil(LAST_DAY));
        return person;
    }

    private int projected;

    private void project() {
        projector.apply(List.copyOf(told.subList(projected, told.size())));
        projected = told.size();
    }

    private void projectInBatchesOf(int size) {
        for (int from = 0; from < told.size(); from += size) {
            projector.apply(List.copyOf(told.subList(from, Math.min(from + size, told.size()))));
        }
    }

    private Map<String, String> dump() {
        Map<String, String> all = new TreeMap<>();
        projector.documents().forEach(documents -> all.putAll(documents.dump()));
        return all;
    }

    private ChannelStatus website(PhotoId photo, Instant now) {
        return website(photo, now, Optional.empty());
    }

    private ChannelStatus website(PhotoId photo, UseContext context) {
        return website(photo, History.AT.plus(Duration.ofHours(1)), Optional.of(context));
    }

    private ChannelStatus website(PhotoId photo, Instant now, Optional<UseContext> context) {
        return website(photo, now, context, Subjects.DEFAULT);
    }

    private ChannelStatus website(PhotoId photo, Instant now, Optional<UseContext> context, Subjects subjects) {
        PhotoDocument document = projector.photos().find(photo.value()).orElseThrow();
        return new StatusAt(
                        now,
                        context,
                        subjects,
                        new PhotoReader(true, true, any -> true),
                        HistoryTrust.WHOLE,
                        SearchStandard.ANY,
                        projector.timeline())
                .of(document, document.photo().original().id()).stream()
                        .filter(status -> status.channel() == Channel.WEBSITE)
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> codes(ChannelStatus status) {
        return status.reasons().stream().map(PhotoView.Why::code).toList();
    }
}
