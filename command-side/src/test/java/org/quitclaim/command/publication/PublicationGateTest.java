package org.quitclaim.command.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.AgeGroup;
import org.quitclaim.domain.consent.Answer;
import org.quitclaim.domain.consent.Ask;
import org.quitclaim.domain.consent.Capacity;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.GrantId;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Question;
import org.quitclaim.domain.consent.QuitclaimId;
import org.quitclaim.domain.consent.RecognitionKey;
import org.quitclaim.domain.consent.Signature;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.consent.Signature.Level;
import org.quitclaim.domain.consent.Signature.Method;
import org.quitclaim.domain.consent.Signature.SignedBy;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.FaceId;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoId;
import org.quitclaim.domain.photo.PhotoSource;
import org.quitclaim.domain.photo.RenditionId;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationCommand;
import org.quitclaim.domain.publication.PublicationId;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.vault.IdMint;

/** The gate and what follows a change of mind, over the real event store, lists and duties. */
class PublicationGateTest {
    private static final Origin ORIGIN = Origin.system("test");

    @TempDir
    static Path data;

    static RunningCommandSide side;

    private static Commands commands;
    private static Streams streams;
    private static PublicationGate gate;

    @BeforeAll
    static void start() {
        side = RunningCommandSide.over(data);
        commands = side.bean(Commands.class);
        streams = side.bean(Streams.class);
        gate = side.bean(PublicationGate.class);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    private record Shown(PhotoId photo, RenditionId rendition, FaceId face) {}

    private PersonId person(LocalDate until) {
        PersonId person = IdMint.mint(PersonId.PREFIX, PersonId::new);
        commands.send(
                new ConsentCommand.RegisterPerson(person, Capacity.VISITOR, AgeGroup.ADULT, IdMint.recordId()), ORIGIN);
        Term term = new Term(Sample.TODAY, until, Sample.AMSTERDAM);
        Terms website = new Terms(
                Purpose.PUBLICATION,
                Set.of(Channel.WEBSITE),
                Set.of(Territory.WORLD),
                Set.of(),
                Coverage.EVERYTHING,
                term);
        QuitclaimId quitclaim = IdMint.mint(QuitclaimId.PREFIX, QuitclaimId::new);
        commands.send(
                new ConsentCommand.OfferQuitclaim(
                        person,
                        quitclaim,
                        Sample.notice("text"),
                        Map.of("en", Sample.sha256('e')),
                        List.of(new Ask(0, website), new Ask(1, Terms.recognition(term))),
                        List.of()),
                ORIGIN);
        commands.send(
                new ConsentCommand.GrantConsent(
                        person,
                        quitclaim,
                        "en",
                        List.of(
                                new Answer(0, true, IdMint.mint(GrantId.PREFIX, GrantId::new)),
                                new Answer(1, true, IdMint.mint(GrantId.PREFIX, GrantId::new))),
                        new Signature(
                                SignedBy.PERSON,
                                List.of(),
                                Level.SIMPLE,
                                Method.LINK,
                                Confirmation.TWO_STEPS,
                                IdMint.recordId()),
                        1,
                        true),
                ORIGIN);
        return person;
    }

    private PersonId person() {
        return person(Sample.TODAY.plusYears(1));
    }

    private Shown photoOf(PersonId... persons) {
        PhotoId photo = IdMint.mint(PhotoId.PREFIX, PhotoId::new);
        RenditionId original = IdMint.mint(RenditionId.PREFIX, RenditionId::new);
        commands.send(
                new PhotoCommand.RegisterPhoto(
                        photo,
                        Sample.collection("gala"),
                        PhotoSource.HELD,
                        IdMint.recordId(),
                        IdMint.recordId(),
                        IdMint.recordId(),
                        Sample.sha256('d'),
                        800,
                        600,
                        original,
                        List.of()),
                ORIGIN);
        List<Mark> marks = Stream.of(persons).map(one -> mark()).toList();
        commands.send(new PhotoCommand.RecordFaces(photo, "test/1", marks), ORIGIN);
        for (int i = 0; i < persons.length; i++) {
            commands.send(
                    new PhotoCommand.ConfirmSighting(photo, marks.get(i).face(), persons[i], ConfirmedBy.HAND), ORIGIN);
        }
        commands.send(new PhotoCommand.CompleteReview(photo), ORIGIN);
        return new Shown(photo, original, marks.getFirst().face());
    }

    private static Mark mark() {
        return new Mark(
                IdMint.mint(FaceId.PREFIX, FaceId::new),
                new Box(0.1, 0.1, 0.2, 0.2),
                Mark.Kind.FACE,
                Mark.Origin.DETECTED,
                90);
    }

    private static Use website(Shown shown) {
        return new Use(shown.photo(), shown.rendition(), Channel.WEBSITE, Territory.WORLD, UseContext.GENERAL);
    }

    private PublicationId ask(Use use) {
        PublicationId publication = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
        verdict(publication, use);
        return publication;
    }

    private Verdict verdict(PublicationId publication, Use use) {
        return gate.decide(
                publication,
                use,
                () -> commands.send(
                        new PublicationCommand.RequestPublication(
                                publication, use, IdMint.recordId(), Basis.CONSENT, List.of()),
                        ORIGIN),
                ORIGIN);
    }

    private void withdrawWebsite(PersonId person) {
        commands.send(new WithdrawConsent(person, false, Set.of(Channel.WEBSITE), WithdrawnBy.PERSON), ORIGIN);
    }

    @Test
    @Requirement({"R40", "R41"})
    void everybodyVisibleHasToAgree() {
        PersonId anna = person();
        PersonId ben = person();
        Shown both = photoOf(anna, ben);
        assertThat(streams.publication(ask(website(both)))).isInstanceOf(PublicationState.Cleared.class);
        withdrawWebsite(ben);
        assertThat(verdict(IdMint.mint(PublicationId.PREFIX, PublicationId::new), website(both)))
                .isEqualTo(new Verdict.Blocked(List.of(Reason.of("consent.withdrawn", ben))));
    }

    @Test
    @Requirement({"R18", "R19"})
    void aWithdrawalOrdersTheTakedownOfWhatWasCleared() {
        PersonId anna = person();
        PublicationId publication = ask(website(photoOf(anna)));
        commands.send(new WithdrawConsent(anna, true, Set.of(), WithdrawnBy.PERSON), ORIGIN);
        await().untilAsserted(() -> assertThat(followedUp(anna)).isTrue());
        assertThat(streams.publication(publication))
                .as("recognition is not publication")
                .isInstanceOf(PublicationState.Cleared.class);
        withdrawWebsite(anna);
        await().untilAsserted(() ->
                assertThat(streams.publication(publication)).isInstanceOf(PublicationState.TakedownDue.class));
    }

    private boolean followedUp(PersonId person) {
        return streams.consent(person) instanceof ConsentState.Known known && known.followedUp() == known.revocations();
    }

    @Test
    void aFaceDrawnAfterwardsTakesThePublicationDown() {
        Shown shown = photoOf(person());
        PublicationId publication = ask(website(shown));
        commands.send(new PhotoCommand.DrawFace(shown.photo(), mark()), ORIGIN);
        await().untilAsserted(() ->
                assertThat(streams.publication(publication)).isInstanceOf(PublicationState.TakedownDue.class));
    }

    @Test
    void somebodyElseIdentifiedAfterwardsIsAskedToo() {
        PersonId anna = person();
        PersonId ben = person();
        Shown shown = photoOf(anna);
        PublicationId publication = ask(website(shown));
        commands.send(new PhotoCommand.DetachSighting(shown.photo(), shown.face(), anna), ORIGIN);
        commands.send(new PhotoCommand.ConfirmSighting(shown.photo(), shown.face(), ben, ConfirmedBy.HAND), ORIGIN);
        withdrawWebsite(ben);
        await().untilAsserted(() ->
                assertThat(streams.publication(publication)).isInstanceOf(PublicationState.TakedownDue.class));
    }

    @Test
    @Requirement("R39")
    void aRequestThatNobodyDecidesIsBlocked() {
        Shown shown = photoOf(person());
        PublicationId publication = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
        commands.send(
                new PublicationCommand.RequestPublication(
                        publication, website(shown), IdMint.recordId(), Basis.CONSENT, List.of()),
                ORIGIN);
        await().untilAsserted(() ->
                assertThat(streams.publication(publication)).isInstanceOf(PublicationState.Blocked.class));
    }

    @Test
    @Requirement("R18")
    void aRevocationDuringTheGateBlocksTheRequestAndTheLateClearanceIsRefused() {
        PersonId anna = person();
        Shown shown = photoOf(anna);
        PublicationId publication = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
        Verdict verdict = gate.decide(
                publication,
                website(shown),
                () -> {
                    commands.send(
                            new PublicationCommand.RequestPublication(
                                    publication, website(shown), IdMint.recordId(), Basis.CONSENT, List.of()),
                            ORIGIN);
                    commands.send(
                            new ConsentCommand.AuthoriseUse(
                                    anna,
                                    publication,
                                    shown.rendition(),
                                    new Question(
                                            Channel.WEBSITE,
                                            Territory.WORLD,
                                            UseContext.GENERAL,
                                            Sample.collection("gala"),
                                            shown.photo())),
                            ORIGIN);
                    withdrawWebsite(anna);
                    await().until(() -> followedUp(anna));
                },
                ORIGIN);
        assertThat(verdict).isInstanceOf(Verdict.Blocked.class);
        assertThat(streams.publication(publication)).isInstanceOf(PublicationState.Blocked.class);
        assertThatThrownBy(() ->
                        commands.send(new PublicationCommand.ClearPublication(publication, 1, List.of(), 1), ORIGIN))
                .isInstanceOf(RejectedException.class)
                .hasMessage("publication.already-decided");
    }

    @Test
    @Requirement({"R20", "R33"})
    void withdrawingRecognitionDestroysTheKeyWithoutAFurtherRequest() {
        PersonId anna = person();
        commands.send(new WithdrawConsent(anna, true, Set.of(), WithdrawnBy.PERSON), ORIGIN);
        await().untilAsserted(() -> assertThat(streams.consent(anna))
                .isInstanceOfSatisfying(
                        ConsentState.Known.class,
                        known -> assertThat(known.recognition().phase()).isEqualTo(RecognitionKey.Phase.DESTROYED)));
    }

    /** Whatever the interleaving: at rest nothing is cleared that somebody visible does not allow. */
    @Test
    @Requirement("R18")
    void atRestNothingIsClearedAgainstAnybodysWill() throws InterruptedException {
        List<PersonId> persons = List.of(person(), person(), person());
        List<Shown> photos = List.of(
                photoOf(persons.get(0), persons.get(1)),
                photoOf(persons.get(1), persons.get(2)),
                photoOf(persons.get(2)));
        Set<PublicationId> asked = ConcurrentHashMap.newKeySet();
        try (ExecutorService hands = Executors.newFixedThreadPool(6)) {
            for (int round = 0; round < 30; round++) {
                int turn = round;
                hands.submit(() -> asked.add(ask(website(photos.get(turn % 3)))));
                if (round == 10) {
                    hands.submit(() -> withdrawWebsite(persons.get(2)));
                }
                if (round == 20) {
                    hands.submit(() -> commands.send(
                            new PhotoCommand.DrawFace(photos.get(0).photo(), mark()), ORIGIN));
                }
            }
        }
        await().untilAsserted(() -> assertThat(openTodos()).isEmpty());
        assertThat(asked).hasSize(30);
        assertThat(asked).allSatisfy(publication -> {
            if (streams.publication(publication) instanceof PublicationState.Cleared cleared) {
                assertThat(cleared.use().photo())
                        .as("photo 0 has a face nobody identified, the others show somebody who withdrew")
                        .isNotIn(
                                photos.get(0).photo(),
                                photos.get(1).photo(),
                                photos.get(2).photo());
            }
        });
    }

    private static List<String> openTodos() {
        return side.bean(WorkIndex.class)
                .all(
                        "select kind || ' ' || subject from todo where kind not in ('TAKEDOWN', 'DETECT')",
                        row -> row.getString(1));
    }

    @Test
    @Requirement({"R22", "R18"})
    void whatRunsOutComesOffByTheClockAlone() {
        PersonId anna = person(Sample.TODAY);
        PublicationId publication = ask(website(photoOf(anna)));
        Instant midnight =
                Sample.TODAY.plusDays(1).atStartOfDay(Sample.AMSTERDAM).toInstant();
        side.clockTo(midnight.minusMillis(1));
        assertThat(streams.publication(ask(website(photoOf(anna))))).isInstanceOf(PublicationState.Cleared.class);
        side.clockTo(midnight);
        assertThat(verdict(IdMint.mint(PublicationId.PREFIX, PublicationId::new), website(photoOf(anna))))
                .as("the gate compares dates itself and waits for no tick")
                .isInstanceOf(Verdict.Blocked.class);
        await().untilAsserted(() ->
                assertThat(streams.publication(publication)).isInstanceOf(PublicationState.TakedownDue.class));
    }
}
