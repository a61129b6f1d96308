package org.quitclaim.command.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.work.TodoKind;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.DismissalReason;
import org.quitclaim.domain.photo.FaceStanding;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Picture;
import org.quitclaim.domain.publication.PublicationState;
import org.quitclaim.face.copies.Looks;
import org.quitclaim.face.copies.PictureDigest;
import org.quitclaim.face.copies.PictureDigest.Digest;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.vault.IdMint;

/**
 * Whether somebody says no, is linked, and a copy becomes known, is settled and is reviewed in this order or another: in the
 * end the copy is not released. With a yes it is, in every order.
 */
@Requirement("R40")
class CopiesInAnyOrderTest {
    private static final Random RANDOM = new Random(12);
    private static final int SIDE = 128;
    private static final int TRIED = 16;

    @TempDir
    static Path data;

    private static RunningCommandSide side;
    private static Streams streams;
    private static GateStage stage;
    private static CopyWatch watch;

    /** How one says no. */
    enum No {
        REFUSED,
        WITHDREW,
        RESTRICTED,
        DIED,
        /** A human said of her face that it is nobody who is registered. */
        UNREGISTERED,
        NEVER
    }

    enum Alike {
        SAME_PIXELS,
        PROPOSED,
        SETTLED
    }

    enum Act {
        SAY_NO,
        LINK,
        COPY,
        SETTLE,
        REVIEW
    }

    record Order(No no, Alike alike, List<Act> acts) {}

    @BeforeAll
    static void start() {
        side = RunningCommandSide.over(data);
        streams = side.bean(Streams.class);
        stage = GateStage.on(side);
        watch = side.bean(CopyWatch.class);
        await().until(side.bean(KnownPictures.class)::isRead);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    static Stream<Arguments> nos() {
        return Stream.of(No.values()).flatMap(no -> Stream.of(Arguments.of(no, true), Arguments.of(no, false)));
    }

    /** Some of the 64, other ones each time. */
    private static List<Order> orders(No no) {
        List<Order> all = new ArrayList<>(Stream.of(Alike.values())
                .flatMap(alike -> permutations(acts(alike)).stream()
                        .filter(CopiesInAnyOrderTest::happens)
                        .map(acts -> new Order(no, alike, acts)))
                .toList());
        Collections.shuffle(all);
        return all.subList(0, TRIED);
    }

    private static List<Act> acts(Alike alike) {
        return Stream.of(Act.values())
                .filter(act -> act != Act.SETTLE || alike == Alike.SETTLED)
                .toList();
    }

    /** What is not here yet can neither be settled nor reviewed. */
    private static boolean happens(List<Act> acts) {
        return acts.indexOf(Act.COPY) < acts.indexOf(Act.REVIEW)
                && (!acts.contains(Act.SETTLE) || acts.indexOf(Act.COPY) < acts.indexOf(Act.SETTLE));
    }

    private static List<List<Act>> permutations(List<Act> acts) {
        if (acts.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Act>> all = new ArrayList<>();
        for (Act first : acts) {
            List<Act> rest = new ArrayList<>(acts);
            rest.remove(first);
            permutations(rest).forEach(order -> {
                List<Act> one = new ArrayList<>(List.of(first));
                one.addAll(order);
                all.add(one);
            });
        }
        return all;
    }

    /** @param unhurried whether what follows from one act is done before the next */
    @ParameterizedTest
    @MethodSource("nos")
    void a_no_holds_for_the_copy_in_whatever_order_it_comes_to_it(No no, boolean unhurried) {
        List<Scene> scenes = orders(no).stream().map(Scene::new).toList();
        for (int act = 0; act < Act.values().length; act++) {
            int next = act;
            scenes.forEach(scene -> scene.happen(next));
            if (unhurried) {
                settled();
            }
        }
        settled();
        scenes.forEach(CopiesInAnyOrderTest::check);
    }

    private static void check(Scene scene) {
        Order order = scene.order;
        Verdict verdict =
                stage.verdict(IdMint.mint(PublicationId.PREFIX, PublicationId::new), stage.website(scene.copy));
        if (order.no() == No.NEVER) {
            assertThat(verdict).as("%s", order).isInstanceOf(Verdict.Cleared.class);
            return;
        }
        assertThat(verdict).as("%s", order).isInstanceOf(Verdict.Blocked.class);
        if (order.alike() != Alike.PROPOSED) {
            assertThat(streams.publication(scene.asked))
                    .as("what was released of the copy before: %s", order)
                    .isInstanceOfAny(PublicationState.Blocked.class, PublicationState.TakedownDue.class);
        }
    }

    private static void settled() {
        WorkIndex index = side.bean(WorkIndex.class);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    side.bean(UpToDate.class).await();
                    return index.all(
                                    "select subject from todo where kind in (?, ?, ?)",
                                    row -> row.getString(1),
                                    TodoKind.COPIES.name(),
                                    TodoKind.REVOCATION.name(),
                                    TodoKind.REGATE.name())
                            .isEmpty();
                });
    }

    /** One person, one photo of her, and what becomes a copy of it. */
    private static final class Scene {
        private final Order order;
        private final GateStage.Asked her = stage.asked(Sample.TODAY.plusYears(1));
        private final GateStage.Shown original = stage.photoWith(1);
        private final GateStage.Shown copy = stage.photoWith(1);
        private final PictureDigest digest = digest();

        /** What was asked for of the copy as soon as it was reviewed. */
        private PublicationId asked = IdMint.mint(PublicationId.PREFIX, PublicationId::new);

        Scene(Order order) {
            this.order = order;
            if (order.no() != No.REFUSED) {
                stage.answer(her, true);
            }
            side.bean(KnownPictures.class).put(original.photo(), Picture.FIRST, digest);
        }

        void happen(int act) {
            if (act < order.acts().size()) {
                happen(order.acts().get(act));
            }
        }

        private void happen(Act act) {
            switch (act) {
                case SAY_NO -> sayNo();
                case LINK ->
                    stage.commands()
                            .send(
                                    order.no() == No.UNREGISTERED
                                            ? new PhotoCommand.DeclareUnregistered(original.photo(), original.face())
                                            : new PhotoCommand.ConfirmSighting(
                                                    original.photo(), original.face(), her.person(), ConfirmedBy.HAND),
                                    GateStage.ORIGIN);
                case COPY -> {
                    side.bean(KnownPictures.class).put(copy.photo(), Picture.FIRST, ofCopy());
                    watch.look(copy.photo(), GateStage.ORIGIN);
                }
                case SETTLE -> watch.settle(copy.photo(), original.photo(), true, GateStage.ORIGIN);
                case REVIEW -> review();
            }
        }

        private void sayNo() {
            switch (order.no()) {
                case REFUSED -> stage.answer(her, false);
                case WITHDREW -> stage.withdrawWebsite(her.person());
                case RESTRICTED ->
                    stage.commands().send(new ConsentCommand.RestrictProcessing(her.person()), GateStage.ORIGIN);
                case DIED -> stage.commands().send(new ConsentCommand.RecordDeath(her.person()), GateStage.ORIGIN);
                case UNREGISTERED, NEVER -> {}
            }
        }

        /** As somebody does who sees nobody whom one could know. */
        private void review() {
            if (streams.photo(copy.photo()) instanceof Registered photo
                    && Sample.in(photo.faces(), copy.face()).standing() instanceof FaceStanding.Open) {
                // the no may come to the copy in this very moment
                stage.commands()
                        .offer(
                                new PhotoCommand.DismissFace(
                                        copy.photo(), copy.face(), DismissalReason.NOT_RECOGNISABLE),
                                GateStage.ORIGIN);
            }
            stage.commands().send(new PhotoCommand.CompleteReview(copy.photo(), true), GateStage.ORIGIN);
            asked = stage.ask(stage.website(copy));
        }

        private PictureDigest ofCopy() {
            return switch (order.alike()) {
                case SAME_PIXELS -> new PictureDigest(random(), digest.pixels(), digest.looks());
                case PROPOSED, SETTLED -> new PictureDigest(random(), random(), digest.looks());
            };
        }
    }

    /** Of a picture of noise: it looks like no other. */
    private static PictureDigest digest() {
        byte[] rgb = new byte[SIDE * SIDE * UprightImage.BYTES_PER_PIXEL];
        RANDOM.nextBytes(rgb);
        return new PictureDigest(random(), random(), Looks.of(new UprightImage(SIDE, SIDE, rgb)));
    }

    private static Digest random() {
        return new Digest(RANDOM.nextLong(), RANDOM.nextLong(), RANDOM.nextLong(), RANDOM.nextLong());
    }
}
