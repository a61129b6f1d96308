package org.quitclaim.command.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.Question;
import org.quitclaim.domain.consent.RecognitionKey;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.consent.WithdrawnBy;
import org.quitclaim.domain.history.HistoryTrust;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.publication.Basis;
import org.quitclaim.domain.publication.PublicationCommand;
import org.quitclaim.domain.publication.PublicationEvent;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.TakedownCause;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.vault.IdMint;

/** The gate and what follows a change of mind, over the real event store, lists and duties. */
class PublicationGateTest {
    @TempDir
    static Path data;

    static RunningCommandSide side;

    private static Commands commands;
    private static Streams streams;
    private static PublicationGate gate;
    private static GateStage stage;

    @BeforeAll
    static void start() {
        side = RunningCommandSide.over(data);
        commands = side.bean(Commands.class);
        streams = side.bean(Streams.class);
        gate = side.bean(PublicationGate.class);
        stage = GateStage.on(side);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    @Requirement({"R40", "R41"})
    void everybodyVisibleHasToAgree() {
        PersonId anna = stage.person();
        PersonId ben = stage.person();
        GateStage.Shown both = stage.photoOf(anna, ben);
        assertThat(streams.publication(stage.ask(stage.website(both)))).isInstanceOf(PublicationState.Cleared.class);
        stage.withdrawWebsite(ben);
        assertThat(stage.verdict(IdMint.mint(PublicationId.PREFIX, PublicationId::new), stage.website(both)))
                .isEqualTo(new Verdict.Blocked(List.of(Reason.of("consent.withdrawn", ben))));
    }

    /** Whoever had put the first thing right was told of the next one, and then of the next. */
    @Test
    @Requirement({"R39", "R40"})
    void aNoNamesEverythingAtOnceAndAuthorisesNobody() {
        PersonId anna = stage.person();
        PersonId ben = stage.person();
        PersonId cleo = stage.person();
        GateStage.Shown shown = stage.photoOf(anna, ben, cleo);
        stage.withdrawWebsite(ben);
        stage.withdrawWebsite(cleo);
        Mark drawn = GateStage.mark();
        commands.send(new PhotoCommand.DrawFace(shown.photo(), drawn), GateStage.ORIGIN);
        commands.send(new PhotoCommand.DeclareUnregistered(shown.photo(), drawn.face()), GateStage.ORIGIN);
        PublicationId publication = IdMint.mint(PublicationId.PREFIX, PublicationId::new);

        assertThat(stage.verdict(publication, stage.website(shown)))
                .isInstanceOfSatisfying(
                        Verdict.Blocked.class,
                        no -> assertThat(no.reasons())
                                .containsExactlyInAnyOrder(
                                        Reason.of("photo.not-reviewed"),
                                        Reason.of("photo.face-unregistered"),
                                        Reason.of("consent.withdrawn", ben),
                                        Reason.of("consent.withdrawn", cleo)));
        assertThat(streams.events(anna)).noneMatch(ConsentEvent.UseAuthorised.class::isInstance);
    }

    @Test
    @Requirement({"R18", "R19"})
    void aWithdrawalOrdersTheTakedownOfWhatWasCleared() {
        PersonId anna = stage.person();
        PublicationId publication = stage.ask(stage.website(stage.photoOf(anna)));
        commands.send(new WithdrawConsent(anna, true, Set.of(), WithdrawnBy.PERSON), GateStage.ORIGIN);
        await().untilAsserted(() -> assertThat(followedUp(anna)).isTrue());
        assertThat(streams.publication(publication))
                .as("recognition is not publication")
                .isInstanceOf(PublicationState.Cleared.class);
        stage.withdrawWebsite(anna);
        await().untilAsserted(() ->
                assertThat(streams.publication(publication)).isInstanceOf(PublicationState.TakedownDue.class));
    }

    private boolean followedUp(PersonId person) {
        return streams.consent(person) instanceof ConsentState.Known known && known.followedUp() == known.revocations();
    }

    @Test
    @Requirement("R45")
    void aTakedownIsEscalatedEachDayUntilSomebodyAcknowledgesIt() {
        PersonId anna = stage.person();
        PublicationId publication = stage.ask(stage.website(stage.photoOf(anna)));
        Instant begun = side.bean(Clock.class).instant();
        stage.withdrawWebsite(anna);
        await().untilAsserted(() -> assertThat(escalations(publication)).isZero());
        for (int day = 1; day <= 2; day++) {
            int times = day;
            side.clockTo(begun.plus(Duration.ofDays(day)).plusMillis(day));
            await().untilAsserted(() -> assertThat(escalations(publication)).isEqualTo(times));
        }
        commands.send(new PublicationCommand.AcknowledgeTakedown(publication), GateStage.ORIGIN);
        side.bean(UpToDate.class).await();
        assertThat(side.bean(WorkIndex.class)
                        .all("select subject from todo where kind = 'TAKEDOWN'", row -> row.getString(1)))
                .as("nobody is told of it any more")
                .doesNotContain(publication.value());
        side.clockTo(begun);
    }

    private static int escalations(PublicationId publication) {
        return streams.publication(publication) instanceof PublicationState.TakedownDue due ? due.escalations() : -1;
    }

    @Test
    void aFaceDrawnAfterwardsTakesThePublicationDown() {
        GateStage.Shown shown = stage.photoOf(stage.person());
        PublicationId publication = stage.ask(stage.website(shown));
        commands.send(new PhotoCommand.DrawFace(shown.photo(), GateStage.mark()), GateStage.ORIGIN);
        await().untilAsserted(() ->
                assertThat(streams.publication(publication)).isInstanceOf(PublicationState.TakedownDue.class));
    }

    @Test
    void somebodyElseIdentifiedAfterwardsIsAskedToo() {
        PersonId anna = stage.person();
        PersonId ben = stage.person();
        GateStage.Shown shown = stage.photoOf(anna);
        PublicationId publication = stage.ask(stage.website(shown));
        commands.send(new PhotoCommand.DetachSighting(shown.photo(), shown.face(), anna), GateStage.ORIGIN);
        commands.send(
                new PhotoCommand.ConfirmSighting(shown.photo(), shown.face(), ben, ConfirmedBy.HAND), GateStage.ORIGIN);
        stage.withdrawWebsite(ben);
        await().untilAsserted(() ->
                assertThat(streams.publication(publication)).isInstanceOf(PublicationState.TakedownDue.class));
    }

    @Test
    @Requirement("R39")
    void aRequestThatNobodyDecidesIsBlocked() {
        GateStage.Shown shown = stage.photoOf(stage.person());
        PublicationId publication = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
        commands.send(
                new PublicationCommand.RequestPublication(
                        publication, stage.website(shown), IdMint.recordId(), Basis.CONSENT, List.of()),
                GateStage.ORIGIN);
        await().untilAsserted(() ->
                assertThat(streams.publication(publication)).isInstanceOf(PublicationState.Blocked.class));
    }

    @Test
    @Requirement("R18")
    void aRevocationDuringTheGateBlocksTheRequestAndTheLateClearanceIsRefused() {
        PersonId anna = stage.person();
        GateStage.Shown shown = stage.photoOf(anna);
        PublicationId publication = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
        Verdict verdict = gate.decide(
                publication,
                stage.website(shown),
                () -> {
                    commands.send(
                            new PublicationCommand.RequestPublication(
                                    publication, stage.website(shown), IdMint.recordId(), Basis.CONSENT, List.of()),
                            GateStage.ORIGIN);
                    commands.send(
                            new ConsentCommand.AuthoriseUse(
                                    anna,
                                    publication,
                                    shown.rendition(),
                                    new Question(
                                            Channel.WEBSITE,
                                            Territory.WORLD,
                                            UseContext.GENERAL,
                                            false,
                                            Sample.collection("gala"),
                                            shown.photo())),
                            GateStage.ORIGIN);
                    stage.withdrawWebsite(anna);
                    await().until(() -> followedUp(anna));
                },
                GateStage.ORIGIN);
        assertThat(verdict).isInstanceOf(Verdict.Blocked.class);
        assertThat(streams.publication(publication)).isInstanceOf(PublicationState.Blocked.class);
        assertThatThrownBy(() -> commands.send(
                        new PublicationCommand.ClearPublication(publication, 1, List.of(), 1), GateStage.ORIGIN))
                .isInstanceOf(RejectedException.class)
                .hasMessage("publication.already-decided");
    }

    @Test
    @Requirement({"R20", "R33"})
    void withdrawingRecognitionDestroysTheKeyWithoutAFurtherRequest() {
        PersonId anna = stage.person();
        commands.send(new WithdrawConsent(anna, true, Set.of(), WithdrawnBy.PERSON), GateStage.ORIGIN);
        await().untilAsserted(() -> assertThat(streams.consent(anna))
                .isInstanceOfSatisfying(
                        ConsentState.Known.class,
                        known -> assertThat(known.recognition().phase()).isEqualTo(RecognitionKey.Phase.DESTROYED)));
    }

    /** Whatever the interleaving: at rest nothing is cleared that somebody visible does not allow. */
    @Test
    @Requirement("R18")
    void atRestNothingIsClearedAgainstAnybodysWill() throws InterruptedException {
        List<PersonId> persons = List.of(stage.person(), stage.person(), stage.person());
        List<GateStage.Shown> photos = List.of(
                stage.photoOf(persons.get(0), persons.get(1)),
                stage.photoOf(persons.get(1), persons.get(2)),
                stage.photoOf(persons.get(2)));
        Set<PublicationId> asked = ConcurrentHashMap.newKeySet();
        try (ExecutorService hands = Executors.newFixedThreadPool(6)) {
            for (int round = 0; round < 30; round++) {
                int turn = round;
                hands.submit(() -> asked.add(stage.ask(stage.website(photos.get(turn % 3)))));
                if (round == 10) {
                    hands.submit(() -> stage.withdrawWebsite(persons.get(2)));
                }
                if (round == 20) {
                    hands.submit(() -> commands.send(
                            new PhotoCommand.DrawFace(photos.get(0).photo(), GateStage.mark()), GateStage.ORIGIN));
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

    /** Lists that are behind the store would be empty too early. */
    private static List<String> openTodos() {
        side.bean(UpToDate.class).await();
        return side.bean(WorkIndex.class)
                .all(
                        "select kind || ' ' || subject from todo where kind not in ('TAKEDOWN', 'DETECT')",
                        row -> row.getString(1));
    }

    /** Ahead of everybody, at every tick: the list names somebody whose stream is not there. */
    private static void somebodyForWhomItFails() {
        side.bean(WorkIndex.class)
                .settle(
                        "insert or ignore into due values (?, ?, 0, 0, 0, 1)",
                        Sample.grant("ghost").value(),
                        "per_" + "a".repeat(26));
    }

    @Test
    @Requirement({"R22", "R18"})
    void whatRunsOutComesOffByTheClockAlone() {
        PersonId anna = stage.person(Sample.TODAY);
        PublicationId publication = stage.ask(stage.website(stage.photoOf(anna)));
        somebodyForWhomItFails();
        Instant midnight =
                Sample.TODAY.plusDays(1).atStartOfDay(Sample.AMSTERDAM).toInstant();
        side.clockTo(midnight.minusMillis(1));
        assertThat(streams.publication(stage.ask(stage.website(stage.photoOf(anna)))))
                .isInstanceOf(PublicationState.Cleared.class);
        side.clockTo(midnight);
        assertThat(stage.verdict(
                        IdMint.mint(PublicationId.PREFIX, PublicationId::new), stage.website(stage.photoOf(anna))))
                .as("the gate compares dates itself and waits for no tick")
                .isInstanceOf(Verdict.Blocked.class);
        await().untilAsserted(() ->
                assertThat(streams.publication(publication)).isInstanceOf(PublicationState.TakedownDue.class));
    }

    private static PublicationsController.NewPublication body(GateStage.Shown shown, Channel channel) {
        return new PublicationsController.NewPublication(
                shown.photo().value(),
                shown.rendition().value(),
                channel,
                "WORLD",
                null,
                "https://www.example.org/open-day",
                null);
    }

    private static Verdict again(PublicationId publication, Use use) {
        return stage.verdict(publication, use);
    }

    @Test
    @Requirement("R39")
    void theSameRequestTwiceAtOnceGetsOneVerdict() throws Exception {
        Use use = stage.website(stage.photoOf(stage.person()));
        PublicationId publication = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
        FutureTask<Verdict> second = new FutureTask<>(() -> again(publication, use));
        Thread other = new Thread(second);
        Verdict first = gate.decide(
                publication,
                use,
                () -> {
                    stage.request(publication, use);
                    other.start();
                    await("the second to be done, or to wait")
                            .until(() -> second.isDone() || other.getState() == Thread.State.TIMED_WAITING);
                },
                GateStage.ORIGIN);
        assertThat(first).isInstanceOf(Verdict.Cleared.class);
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(first);
    }

    @Test
    @Requirement("R18")
    void aRepeatedRequestAsksEverybodyAnew() {
        PersonId anna = stage.person();
        Use use = stage.website(stage.photoOf(anna));
        PublicationId publication = stage.ask(use);
        assertThat(again(publication, use)).isInstanceOf(Verdict.Cleared.class);
        assertThat(streams.events(publication))
                .hasAtLeastOneElementOfType(PublicationEvent.PublicationReaffirmed.class);
        stage.whileNothingFollows(() -> {
            stage.withdrawWebsite(anna);
            assertThat(again(publication, use))
                    .isEqualTo(new Verdict.Blocked(List.of(Reason.of("consent.withdrawn", anna))));
            assertThat(streams.events(publication).toList().getLast())
                    .isInstanceOfSatisfying(
                            PublicationEvent.TakedownOrdered.class,
                            order -> assertThat(order.cause()).isEqualTo(TakedownCause.WITHDRAWAL));
        });
        assertThat(again(publication, use))
                .as("what is over stays over")
                .isEqualTo(new Verdict.Blocked(List.of(Reason.of("consent.withdrawn", anna))));
    }

    @Test
    void anUndecidedRequestIsNeverAnsweredAsBlocked() {
        Use use = stage.website(stage.photoOf(stage.person()));
        PublicationId publication = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
        stage.whileNothingFollows(() -> {
            stage.request(publication, use);
            assertThatThrownBy(() -> again(publication, use)).hasMessage("publication.undecided");
        });
    }

    @Test
    void aKeyIsForOneUse() {
        PublicationsController controller = side.bean(PublicationsController.class);
        Actor editor = new Actor(Sample.account("editor"), Set.of(Role.EDITOR));
        GateStage.Shown shown = stage.photoOf(stage.person());
        PublicationsController.Answer first = controller.request(body(shown, Channel.WEBSITE), "once", editor);
        PublicationsController.Answer same = controller.request(body(shown, Channel.WEBSITE), "once", editor);
        assertThat(same.publicationId()).isEqualTo(first.publicationId());
        assertThat(same.verdict()).isEqualTo("CLEARED");
        assertThatThrownBy(() -> controller.request(body(shown, Channel.PRESS), "once", editor))
                .hasMessage("request.key-reused");
    }

    /** The clearance is good for minutes; what it stands on may be over before the takedown is ordered. */
    @Test
    @Requirement("R18")
    void theFileDoesNotLeaveOnAnAuthorisationThatIsOver() {
        PublicationsController controller = side.bean(PublicationsController.class);
        Actor editor = new Actor(Sample.account("editor"), Set.of(Role.EDITOR));
        PersonId anna = stage.person();
        GateStage.Shown withAnna = stage.photoOf(anna);
        GateStage.Shown drawnOn = stage.photoOf(stage.person());
        PublicationsController.Answer hers = controller.request(body(withAnna, Channel.WEBSITE), null, editor);
        PublicationsController.Answer changed = controller.request(body(drawnOn, Channel.WEBSITE), null, editor);
        assertThat(controller.file(hers.publicationId().value(), hers.clearance(), editor))
                .isNotEmpty();
        assertThat(controller.file(changed.publicationId().value(), changed.clearance(), editor))
                .isNotEmpty();
        stage.whileNothingFollows(() -> {
            stage.withdrawWebsite(anna);
            commands.send(new PhotoCommand.DrawFace(drawnOn.photo(), GateStage.mark()), GateStage.ORIGIN);
            assertThatThrownBy(() -> controller.file(hers.publicationId().value(), hers.clearance(), editor))
                    .hasMessage("publication.clearance-needed");
            assertThatThrownBy(() -> controller.file(changed.publicationId().value(), changed.clearance(), editor))
                    .hasMessage("publication.clearance-needed");
        });
    }

    @Test
    @Requirement("R39")
    void whatWasClearedAsOneOfManySubjectsDoesNotStandOnceItsSubjectIsSensitive() {
        UseContext openDay = new UseContext("open-day");
        GateStage.Shown shown = stage.photoOf(stage.person());
        PublicationId publication =
                stage.ask(new Use(shown.photo(), shown.rendition(), Channel.WEBSITE, Territory.WORLD, openDay));
        Clock noon = Clock.fixed(Sample.NOW, ZoneOffset.UTC);
        Subjects strict = new Subjects(Subjects.DEFAULT.everyday(), Set.of(openDay));
        assertThat(new LiveUses(streams, HistoryTrust.WHOLE, () -> Subjects.DEFAULT, noon).use(publication))
                .isPresent();
        assertThat(new LiveUses(streams, HistoryTrust.WHOLE, () -> strict, noon).use(publication))
                .isEmpty();
    }

    @Test
    @Requirement("R22")
    void whatRanOutDoesNotStandEvenBeforeTheTick() {
        PublicationId publication = stage.ask(stage.website(stage.photoOf(stage.person())));
        Instant end = Sample.TODAY
                .plusYears(1)
                .plusDays(1)
                .atStartOfDay(Sample.AMSTERDAM)
                .toInstant();
        assertThat(new LiveUses(
                                streams,
                                HistoryTrust.WHOLE,
                                () -> Subjects.DEFAULT,
                                Clock.fixed(end.minusMillis(1), ZoneOffset.UTC))
                        .use(publication))
                .isPresent();
        assertThat(new LiveUses(streams, HistoryTrust.WHOLE, () -> Subjects.DEFAULT, Clock.fixed(end, ZoneOffset.UTC))
                        .use(publication))
                .isEmpty();
    }
}
