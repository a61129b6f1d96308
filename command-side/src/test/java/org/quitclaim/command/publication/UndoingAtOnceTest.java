package org.quitclaim.command.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.photo.Undoings;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.ConsentCommand;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.ConfirmedBy;
import org.quitclaim.domain.photo.DismissalReason;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoEvent.NoUndone;
import org.quitclaim.domain.photo.Undoing;
import org.quitclaim.domain.photo.UndoneBecause;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.vault.IdMint;

/**
 * A no and the change of the mark that leads to her, in every order: what the history has before the change is remembered,
 * also where it was said after her history had been read for it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoingAtOnceTest {
    private static final Actor EDITOR = new Actor(Sample.account("editor"), Set.of(Role.EDITOR));

    private RunningCommandSide side;
    private GateStage stage;

    @BeforeAll
    void start(@TempDir Path folder) {
        side = RunningCommandSide.over(folder);
        stage = GateStage.on(side);
    }

    @AfterAll
    void stop() {
        side.close();
    }

    private enum Moment {
        BEFORE_IT_IS_READ,
        BEFORE_IT_IS_CHANGED,
        AFTERWARDS
    }

    private enum No {
        WITHDRAWN((stage, her) -> stage.withdrawWebsite(her)),
        RESTRICTED((stage, her) -> stage.commands().send(new ConsentCommand.RestrictProcessing(her), GateStage.ORIGIN)),
        ERASED((stage, her) -> stage.commands().send(new ConsentCommand.RequestErasure(her), GateStage.ORIGIN));

        private final BiConsumer<GateStage, PersonId> saying;

        No(BiConsumer<GateStage, PersonId> saying) {
            this.saying = saying;
        }
    }

    private enum Change {
        UNLINKED,
        MOVED,
        GROWN;

        Function<Undoing, PhotoCommand> of(GateStage.Shown shown, PersonId her) {
            return switch (this) {
                case UNLINKED -> undoing -> new DetachSighting(shown.photo(), shown.face(), her, undoing);
                case MOVED ->
                    undoing -> new AdjustFace(shown.photo(), shown.face(), new Box(0.15, 0.1, 0.2, 0.2), undoing);
                case GROWN ->
                    undoing -> new AdjustFace(shown.photo(), shown.face(), new Box(0.05, 0.05, 0.3, 0.3), undoing);
            };
        }
    }

    static Stream<Arguments> orders() {
        return Stream.of(No.values())
                .flatMap(no -> Stream.of(Change.values())
                        .flatMap(change -> Stream.of(Moment.values()).map(moment -> Arguments.of(no, change, moment))));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whatWasSaidBeforeTheChangeIsRemembered(No no, Change change, Moment moment) {
        stage.whileNothingFollows(() -> {
            PersonId her = stage.person();
            GateStage.Shown shown = stage.photoOf(her);
            say(no, her, moment == Moment.BEFORE_IT_IS_READ);
            Function<Undoing, PhotoCommand> order = change.of(shown, her);
            side.bean(Undoings.class)
                    .change(shown.photo(), shown.face(), UndoneBecause.ANOTHER_PERSON, EDITOR, undoing -> {
                        say(no, her, moment == Moment.BEFORE_IT_IS_CHANGED);
                        return order.apply(undoing);
                    });
            say(no, her, moment == Moment.AFTERWARDS);

            List<NoUndone> undone = side.bean(Streams.class)
                    .events(shown.photo())
                    .filter(NoUndone.class::isInstance)
                    .map(NoUndone.class::cast)
                    .toList();
            if (change == Change.GROWN || moment == Moment.AFTERWARDS) {
                assertThat(undone).isEmpty();
            } else {
                assertThat(undone).singleElement().satisfies(one -> {
                    assertThat(one.by()).containsExactly(EDITOR.id());
                    assertThat(one.box().holds(new Box(0.1, 0.1, 0.2, 0.2))).isTrue();
                    assertThat(one.because())
                            .isEqualTo(
                                    moment == Moment.BEFORE_IT_IS_READ
                                            ? UndoneBecause.ANOTHER_PERSON
                                            : UndoneBecause.SAID_MEANWHILE);
                });
            }
        });
    }

    /** What is done to the mark once it leads to her no longer. */
    private enum Around {
        DISMISSED {
            @Override
            Stream<PhotoCommand> of(GateStage.Shown shown, PersonId other) {
                return Stream.of(dismissed(shown));
            }
        },
        CALLED_UNREGISTERED_AND_DISMISSED {
            @Override
            Stream<PhotoCommand> of(GateStage.Shown shown, PersonId other) {
                return Stream.of(new PhotoCommand.DeclareUnregistered(shown.photo(), shown.face()), dismissed(shown));
            }
        },
        RENAMED {
            @Override
            Stream<PhotoCommand> of(GateStage.Shown shown, PersonId other) {
                return Stream.of(
                        new PhotoCommand.ConfirmSighting(shown.photo(), shown.face(), other, ConfirmedBy.HAND));
            }
        };

        abstract Stream<PhotoCommand> of(GateStage.Shown shown, PersonId other);

        private static PhotoCommand dismissed(GateStage.Shown shown) {
            return new PhotoCommand.DismissFace(shown.photo(), shown.face(), DismissalReason.NOT_A_PERSON);
        }
    }

    static Stream<Arguments> waysAround() {
        return Stream.of(No.values()).flatMap(no -> Stream.of(Around.values()).map(around -> Arguments.of(no, around)));
    }

    @ParameterizedTest
    @MethodSource("waysAround")
    void noWayAroundANoOfTheSameInstantShowsThePlace(No no, Around around) {
        stage.whileNothingFollows(() -> {
            PersonId her = stage.person();
            GateStage.Shown shown = stage.photoOf(her);
            side.bean(Undoings.class)
                    .change(shown.photo(), shown.face(), UndoneBecause.ANOTHER_PERSON, EDITOR, undoing -> {
                        no.saying.accept(stage, her);
                        return new DetachSighting(shown.photo(), shown.face(), her, undoing);
                    });
            around.of(shown, stage.person()).forEach(command -> stage.commands().send(command, GateStage.ORIGIN));
            stage.commands().send(new PhotoCommand.CompleteReview(shown.photo(), true), GateStage.ORIGIN);

            assertThat(stage.verdict(IdMint.mint(PublicationId.PREFIX, PublicationId::new), stage.website(shown)))
                    .isEqualTo(new Verdict.Blocked(List.of(Reason.of("photo.no-undone"))));
        });
    }

    private void say(No no, PersonId her, boolean now) {
        if (now) {
            no.saying.accept(stage, her);
        }
    }
}
