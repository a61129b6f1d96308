package org.quitclaim.command.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.access.Actor;
import org.quitclaim.access.Role;
import org.quitclaim.command.RunningCommandSide;
import org.quitclaim.command.copies.CopyWatch;
import org.quitclaim.command.copies.KnownPictures;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.photo.Undoings;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.photo.AgreedBy;
import org.quitclaim.domain.photo.DismissalReason;
import org.quitclaim.domain.photo.PhotoCommand;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoEvent.NoUndone;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.photo.Picture;
import org.quitclaim.domain.photo.UndoneBecause;
import org.quitclaim.domain.publication.Reason;
import org.quitclaim.face.copies.Looks;
import org.quitclaim.face.copies.PictureDigest;
import org.quitclaim.face.copies.PictureDigest.Digest;
import org.quitclaim.face.image.UprightImage;
import org.quitclaim.vault.IdMint;

/** A no that was undone on a photo before its copy was here, or was known as one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UndoneOnCopiesTest {
    private static final Actor EDITOR = new Actor(Sample.account("editor"), Set.of(Role.EDITOR));
    private static final Verdict NO_UNDONE = new Verdict.Blocked(List.of(Reason.of("photo.no-undone")));
    private static final Voucher OFFICER = new Voucher(Sample.account("officer"), Sample.account("officer"), false);
    private static final Random RANDOM = new Random(38);
    private static final int SIDE = 128;

    private RunningCommandSide side;
    private GateStage stage;
    private CopyWatch watch;

    @BeforeAll
    void start(@TempDir Path folder) {
        side = RunningCommandSide.over(folder);
        stage = GateStage.on(side);
        watch = side.bean(CopyWatch.class);
        await().until(side.bean(KnownPictures.class)::isRead);
    }

    @AfterAll
    void stop() {
        side.close();
    }

    @Test
    void on_a_copy_of_the_same_pixels_that_is_uploaded_afterwards_the_place_is_not_shown() {
        PictureDigest digest = digest();
        GateStage.Shown original = undone(digest);
        GateStage.Shown copy = uploaded(new PictureDigest(random(), digest.pixels(), digest.looks()));
        assertThat(reviewed(copy)).isEqualTo(NO_UNDONE);
        assertThat(undoneOn(copy)).singleElement().satisfies(one -> {
            assertThat(one.by()).as("who is no second person here either").containsExactly(EDITOR.id());
            assertThat(one.because()).isEqualTo(UndoneBecause.ANOTHER_PERSON);
        });

        accept(copy);
        watch.look(copy.photo(), GateStage.ORIGIN);
        watch.look(original.photo(), GateStage.ORIGIN);
        assertThat(undoneOn(copy)).as("what was agreed to is not asked again").hasSize(1);
        assertThat(reviewed(copy)).isInstanceOf(Verdict.Cleared.class);
    }

    @Test
    void on_a_photo_that_is_called_a_copy_afterwards_the_place_is_not_shown_and_before_it_is_in_question() {
        PictureDigest digest = digest();
        GateStage.Shown original = undone(digest);
        GateStage.Shown copy = uploaded(new PictureDigest(random(), random(), digest.looks()));
        assertThat(undoneOn(copy)).isEmpty();
        assertThat(reviewed(copy)).isInstanceOf(Verdict.Blocked.class).isNotEqualTo(NO_UNDONE);

        watch.settle(copy.photo(), original.photo(), true, GateStage.ORIGIN);
        assertThat(reviewed(copy)).isEqualTo(NO_UNDONE);
    }

    /** She said no, and then somebody said that the mark is another person. */
    private GateStage.Shown undone(PictureDigest digest) {
        PersonId her = stage.person();
        GateStage.Shown shown = stage.photoOf(her);
        side.bean(KnownPictures.class).put(shown.photo(), Picture.FIRST, digest);
        stage.withdrawWebsite(her);
        side.bean(Undoings.class)
                .change(
                        shown.photo(),
                        shown.face(),
                        UndoneBecause.ANOTHER_PERSON,
                        EDITOR,
                        undoing -> new DetachSighting(shown.photo(), shown.face(), her, undoing));
        return shown;
    }

    private GateStage.Shown uploaded(PictureDigest digest) {
        GateStage.Shown copy = stage.photoWith(1);
        side.bean(KnownPictures.class).put(copy.photo(), Picture.FIRST, digest);
        watch.look(copy.photo(), GateStage.ORIGIN);
        stage.commands()
                .send(
                        new PhotoCommand.DismissFace(copy.photo(), copy.face(), DismissalReason.NOT_A_PERSON),
                        GateStage.ORIGIN);
        return copy;
    }

    private Verdict reviewed(GateStage.Shown shown) {
        stage.commands().offer(new PhotoCommand.CompleteReview(shown.photo(), true), GateStage.ORIGIN);
        return stage.verdict(IdMint.mint(PublicationId.PREFIX, PublicationId::new), stage.website(shown));
    }

    private List<NoUndone> undoneOn(GateStage.Shown shown) {
        return side.bean(Streams.class)
                .events(shown.photo())
                .filter(NoUndone.class::isInstance)
                .map(NoUndone.class::cast)
                .toList();
    }

    private void accept(GateStage.Shown shown) {
        int version = side.bean(Streams.class).photo(shown.photo()) instanceof Registered photo ? photo.version() : 0;
        undoneOn(shown)
                .forEach(one -> stage.commands()
                        .send(
                                new PhotoCommand.AcceptUndoing(
                                        shown.photo(), one.face(), version, new AgreedBy(false, List.of(), OFFICER)),
                                GateStage.ORIGIN));
    }

    private static PictureDigest digest() {
        byte[] rgb = new byte[SIDE * SIDE * UprightImage.BYTES_PER_PIXEL];
        RANDOM.nextBytes(rgb);
        return new PictureDigest(random(), random(), Looks.of(new UprightImage(SIDE, SIDE, rgb)));
    }

    private static Digest random() {
        return new Digest(RANDOM.nextLong(), RANDOM.nextLong(), RANDOM.nextLong(), RANDOM.nextLong());
    }
}
