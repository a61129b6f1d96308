package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.BOX;
import static org.quitclaim.domain.photo.Photos.COVERED;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.MOVED;
import static org.quitclaim.domain.photo.Photos.ORIGINAL;
import static org.quitclaim.domain.photo.Photos.RIGHT;
import static org.quitclaim.domain.photo.Photos.STAGE;
import static org.quitclaim.domain.photo.Photos.cover;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.EraseSighting;
import org.quitclaim.domain.photo.PhotoCommand.MakeRendition;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoCommand.ReplaceOriginal;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.vault.RecordId;

@Requirement("R64")
class OriginalRulesTest {
    private static final PersonId ANNA = Sample.person("anna");
    private static final PersonId BORIS = Sample.person("boris");
    private static final RenditionId NEXT = Sample.rendition("next");
    private static final RenditionId OF_THE_OTHER = Sample.rendition("other");

    /** Anna left, Boris right; one version that covers her, one that covers him. */
    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> photo = Photos.reviewed(LEFT, RIGHT)
            .and(
                    new ConfirmSighting(STAGE, LEFT, ANNA, ConfirmedBy.HAND),
                    new ConfirmSighting(STAGE, RIGHT, BORIS, ConfirmedBy.HAND),
                    cover(COVERED, LEFT),
                    cover(OF_THE_OTHER, RIGHT));

    private static final Kept KEPT = new Kept(COVERED, Sample.record("anew"), Sample.record("known"));

    private static Picture picture(int generation, String image) {
        return new Picture(
                generation,
                Sample.record(image),
                Sample.record("small"),
                Sample.record("same"),
                Sample.record("digest"));
    }

    private static ReplaceOriginal replacing(Picture picture, RecordId of, List<Kept> kept, FaceId... faces) {
        return new ReplaceOriginal(STAGE, of, picture, NEXT, boxes(faces), kept, Photos.HIDDEN);
    }

    private static List<Covered> boxes(FaceId... faces) {
        return Arrays.stream(faces).map(face -> new Covered(face, BOX)).toList();
    }

    private static final ReplaceOriginal WITHOUT_ANNA =
            replacing(picture(2, "second"), Sample.record("image"), List.of(KEPT), LEFT);

    private static Registered state(Scenario<PhotoState, PhotoCommand, PhotoEvent> scenario) {
        return (Registered) scenario.state();
    }

    @Test
    void whatShowsHerIsGoneAndWhatDoesNotIsSealedAnew() {
        int version = state(photo).version();
        var replaced = photo.when(WITHOUT_ANNA)
                .then(new PhotoEvent.OriginalReplaced(
                        STAGE,
                        picture(2, "second"),
                        NEXT,
                        boxes(LEFT),
                        List.of(KEPT),
                        Photos.HIDDEN,
                        version + 1,
                        Sample.NOW));
        Registered after = state(replaced);
        assertThat(after.picture()).isEqualTo(picture(2, "second"));
        assertThat(after.original())
                .isEqualTo(Rendition.of(NEXT, boxes(LEFT), Sample.record("second"), List.of(Photos.HIDDEN)));
        assertThat(after.renditions().values())
                .containsExactly(
                        after.original(),
                        Rendition.of(COVERED, boxes(LEFT), Sample.record("anew"), List.of(Photos.HIDDEN)));
        assertThat(after.reviewed()).isTrue();
    }

    @Test
    void nobodyElseLosesAReleaseOfWhatNeverShowedHer() {
        var erased = photo.and(WITHOUT_ANNA, new EraseSighting(STAGE, LEFT, ANNA));
        erased.when(release(COVERED)).thenOne(OriginalRulesTest::showsOnlyBoris);
        erased.when(release(NEXT)).thenOne(OriginalRulesTest::showsOnlyBoris);
        erased.when(release(ORIGINAL)).then(PhotoRejection.UNKNOWN_RENDITION);
        erased.when(release(OF_THE_OTHER)).then(PhotoRejection.UNKNOWN_RENDITION);
    }

    @Test
    void aFaceThatIsFoundOnTheNewOriginalKeepsItAmber() {
        ReplaceOriginal missed = new ReplaceOriginal(
                STAGE,
                Sample.record("image"),
                picture(2, "second"),
                NEXT,
                boxes(LEFT),
                List.of(KEPT),
                Photos.missing(LEFT));
        photo.and(missed, new EraseSighting(STAGE, LEFT, ANNA))
                .when(release(NEXT))
                .then(PhotoRejection.FACE_STILL_VISIBLE);
    }

    private static AuthoriseRelease release(RenditionId rendition) {
        return new AuthoriseRelease(STAGE, Sample.publication("page"), rendition);
    }

    private static boolean showsOnlyBoris(PhotoEvent event) {
        return event instanceof PhotoEvent.ReleaseAuthorised authorised
                && authorised.visible().equals(List.of(BORIS));
    }

    @Test
    void whoeverIsErasedNextIsCoveredBesideWhoWasBefore() {
        ReplaceOriginal withoutBoth = new ReplaceOriginal(
                STAGE,
                Sample.record("second"),
                picture(3, "third"),
                Sample.rendition("third"),
                boxes(RIGHT),
                List.of(),
                Photos.HIDDEN);
        Registered after = state(photo.and(WITHOUT_ANNA, withoutBoth));
        assertThat(after.original().covered()).containsOnlyKeys(LEFT, RIGHT);
        assertThat(after.renditions())
                .as("the version that showed him")
                .containsOnlyKeys(after.original().id());
    }

    @Test
    void whatIsMadeOfItCoversHerToo() {
        var replaced = photo.and(WITHOUT_ANNA);
        RenditionId made = Sample.rendition("made");
        replaced.when(new MakeRendition(
                        STAGE,
                        made,
                        boxes(RIGHT),
                        Sample.record("filled"),
                        Sample.record("known"),
                        Sample.record("second"),
                        Photos.HIDDEN))
                .thenOne(event -> event instanceof PhotoEvent.RenditionMade one
                        && one.covered().equals(boxes(RIGHT, LEFT)));
    }

    /** It was made of the picture on which she is seen. */
    @Test
    void aVersionThatWasBeingMadeMeanwhileIsRefused() {
        photo.and(WITHOUT_ANNA).when(cover(Sample.rendition("made"), RIGHT)).then(PhotoRejection.PICTURE_CHANGED);
    }

    @Test
    void itIsReplacedByWhatWasMadeOfItAsItIsNow() {
        photo.and(WITHOUT_ANNA).when(WITHOUT_ANNA).then(PhotoRejection.PICTURE_CHANGED);
        photo.when(replacing(picture(1, "second"), Sample.record("image"), List.of(KEPT), LEFT))
                .then(PhotoRejection.PICTURE_CHANGED);
        photo.when(replacing(picture(2, "second"), Sample.record("another"), List.of(KEPT), LEFT))
                .then(PhotoRejection.PICTURE_CHANGED);
        photo.and(new AdjustFace(STAGE, LEFT, MOVED))
                .when(replacing(picture(2, "second"), Sample.record("image"), List.of(), LEFT))
                .then(PhotoRejection.FACE_MOVED);
        photo.and(new RemovePhoto(STAGE)).when(WITHOUT_ANNA).then(PhotoRejection.REMOVED);
    }

    /** One made in between would lie under a key that goes; one that shows her would stay. */
    @Test
    void everyVersionThatStaysIsNamedAndNoOther() {
        RecordId image = Sample.record("image");
        Kept other = new Kept(OF_THE_OTHER, Sample.record("kept"), Sample.record("known"));
        photo.when(replacing(picture(2, "second"), image, List.of(), LEFT)).then(PhotoRejection.PICTURE_CHANGED);
        photo.when(replacing(picture(2, "second"), image, List.of(KEPT, other), LEFT))
                .then(PhotoRejection.PICTURE_CHANGED);
    }

    @Test
    void somebodyWhoIsThereIsCovered() {
        RecordId image = Sample.record("image");
        photo.when(replacing(picture(2, "second"), image, List.of(KEPT))).then(PhotoRejection.NOTHING_COVERED);
        photo.when(replacing(picture(2, "second"), image, List.of(KEPT), Sample.face("none")))
                .then(PhotoRejection.UNKNOWN_FACE);
    }
}
