package org.quitclaim.command.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.CoverStyle;
import org.quitclaim.domain.photo.Covered;
import org.quitclaim.domain.photo.Covering;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.domain.publication.Use;
import org.quitclaim.vault.IdMint;

/** A withdrawal in the instant in which a version is made that covers somebody else: she is visible on it, and it stays here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverAtOnceTest {
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
        WHILE_IT_IS_DRAWN,
        ONCE_IT_IS_MADE,
        WHILE_IT_IS_ASKED_FOR
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    @Requirement("R40")
    void whoeverIsStillVisibleOnItStopsIt(Moment moment) {
        stage.whileNothingFollows(() -> {
            PersonId covered = stage.person();
            PersonId her = stage.person();
            GateStage.Shown shown = stage.photoOf(covered, her);
            stage.withdrawWebsite(covered);
            PhotoCommand.MakeRendition version = covering(shown, shown.face());

            withdraws(her, moment == Moment.WHILE_IT_IS_DRAWN);
            stage.commands().send(version, GateStage.ORIGIN);
            withdraws(her, moment == Moment.ONCE_IT_IS_MADE);
            Use use = new Use(shown.photo(), version.rendition(), Channel.WEBSITE, Territory.WORLD, UseContext.GENERAL);
            PublicationId publication = IdMint.mint(PublicationId.PREFIX, PublicationId::new);
            Verdict verdict = stage.gate()
                    .decide(
                            publication,
                            use,
                            () -> {
                                withdraws(her, moment == Moment.WHILE_IT_IS_ASKED_FOR);
                                stage.request(publication, use);
                            },
                            GateStage.ORIGIN);

            assertThat(verdict).isEqualTo(new Verdict.Blocked(List.of(Reason.of("consent.withdrawn", her))));
        });
    }

    @Test
    void aVersionThatWasDrawnOfAMarkThatMovedMeanwhileIsNotRecorded() {
        GateStage.Shown shown = stage.photoOf(stage.person());
        PhotoCommand.MakeRendition version = covering(shown, shown.face());
        moves(shown);
        assertThatThrownBy(() -> stage.commands().send(version, GateStage.ORIGIN))
                .hasMessage("photo.face-moved");
    }

    @Test
    void aMarkThatMovesAfterwardsIsCoveredNoMore() {
        stage.whileNothingFollows(() -> {
            PersonId her = stage.person();
            GateStage.Shown shown = stage.photoOf(her);
            PhotoCommand.MakeRendition version = covering(shown, shown.face());
            stage.commands().send(version, GateStage.ORIGIN);
            moves(shown);
            stage.withdrawWebsite(her);
            stage.commands().send(new PhotoCommand.CompleteReview(shown.photo(), true), GateStage.ORIGIN);
            Use use = new Use(shown.photo(), version.rendition(), Channel.WEBSITE, Territory.WORLD, UseContext.GENERAL);

            assertThat(stage.verdict(IdMint.mint(PublicationId.PREFIX, PublicationId::new), use))
                    .isEqualTo(new Verdict.Blocked(List.of(Reason.of("consent.withdrawn", her))));
        });
    }

    private void moves(GateStage.Shown shown) {
        stage.commands()
                .send(
                        new PhotoCommand.AdjustFace(shown.photo(), shown.face(), new Box(0.12, 0.1, 0.25, 0.25)),
                        GateStage.ORIGIN);
    }

    private void withdraws(PersonId her, boolean now) {
        if (now) {
            stage.withdrawWebsite(her);
        }
    }

    private PhotoCommand.MakeRendition covering(GateStage.Shown shown, FaceId face) {
        Registered photo = (Registered) side.bean(Streams.class).photo(shown.photo());
        return new PhotoCommand.MakeRendition(
                shown.photo(),
                IdMint.mint(RenditionId.PREFIX, RenditionId::new),
                Stream.ofNullable(photo.faces().get(face)).map(Covered::of).toList(),
                IdMint.recordId(),
                IdMint.recordId(),
                photo.image(),
                new Covering(CoverStyle.BLOCK, "face-api/1 passes/1", 24, List.of()));
    }
}
