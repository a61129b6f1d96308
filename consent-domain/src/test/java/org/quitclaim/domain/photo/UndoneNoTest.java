package org.quitclaim.domain.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.photo.Photos.BOX;
import static org.quitclaim.domain.photo.Photos.COVERED;
import static org.quitclaim.domain.photo.Photos.LEFT;
import static org.quitclaim.domain.photo.Photos.MOVED;
import static org.quitclaim.domain.photo.Photos.ORIGINAL;
import static org.quitclaim.domain.photo.Photos.RIGHT;
import static org.quitclaim.domain.photo.Photos.STAGE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.photo.PhotoCommand.AcceptUndoing;
import org.quitclaim.domain.photo.PhotoCommand.AdjustFace;
import org.quitclaim.domain.photo.PhotoCommand.AuthoriseRelease;
import org.quitclaim.domain.photo.PhotoCommand.CompleteReview;
import org.quitclaim.domain.photo.PhotoCommand.ConfirmSighting;
import org.quitclaim.domain.photo.PhotoCommand.DeclareUnregistered;
import org.quitclaim.domain.photo.PhotoCommand.DetachSighting;
import org.quitclaim.domain.photo.PhotoCommand.DismissFace;
import org.quitclaim.domain.photo.PhotoCommand.DrawFace;
import org.quitclaim.domain.photo.PhotoCommand.EraseSighting;
import org.quitclaim.domain.photo.PhotoCommand.ExplainOnePerson;
import org.quitclaim.domain.photo.PhotoCommand.RecordFaces;
import org.quitclaim.domain.photo.PhotoCommand.RememberNo;
import org.quitclaim.domain.photo.PhotoCommand.RemovePhoto;
import org.quitclaim.domain.photo.PhotoState.Registered;
import org.quitclaim.domain.status.StatusReason;
import org.quitclaim.domain.status.StatusRule;

/** What it takes to undo a no. */
class UndoneNoTest {
    private static final PersonId ANNA = Sample.person("anna");
    private static final PersonId BORIS = Sample.person("boris");
    private static final FaceId DRAWN = Sample.face("drawn");
    private static final Box ELSEWHERE = new Box(0.6, 0.5, 0.2, 0.2);
    private static final Voucher EDITOR = voucher("editor", false);
    private static final Voucher OFFICER = voucher("officer", false);

    private final Scenario<PhotoState, PhotoCommand, PhotoEvent> anna =
            Photos.reviewed(LEFT).and(sighted(LEFT, ANNA));

    @Test
    void aNoIsNotUndoneWithoutAReason() {
        anna.when(new DetachSighting(STAGE, LEFT, ANNA, undoing())).then(PhotoRejection.REASON_NEEDED);
        anna.when(new AdjustFace(STAGE, LEFT, MOVED, undoing())).then(PhotoRejection.REASON_NEEDED);
        anna.when(new DetachSighting(STAGE, LEFT, ANNA)).accepted();
    }

    @Test
    void whatIsRememberedIsThatThePlaceMayNotBeShown() {
        int version = ((Registered) anna.state()).version();
        anna.when(detach())
                .then(
                        new PhotoEvent.SightingDetached(STAGE, LEFT, ANNA, version + 1, Sample.NOW),
                        new PhotoEvent.NoUndone(
                                STAGE,
                                LEFT,
                                BOX,
                                UndoneBecause.ANOTHER_PERSON,
                                List.of(EDITOR.account()),
                                version + 1,
                                Sample.NOW));
        Registered after = (Registered) anna.and(detach()).state();
        assertThat(after.reviewed()).isFalse();
        assertThat(after.seen().undone()).containsOnly(Map.entry(LEFT, BOX));
        assertThat(reasons(after)).contains(PhotoRejection.NO_UNDONE.code());
    }

    @Test
    void nothingIsReleasedOfItUntilASecondPersonAgreed() {
        var renamed = anna.and(detach(), sighted(LEFT, BORIS), new CompleteReview(STAGE, true));
        renamed.when(release(ORIGINAL)).then(PhotoRejection.NO_UNDONE);

        renamed.when(accept(renamed, EDITOR)).then(PhotoRejection.UNDONE_BY_THE_SAME);
        renamed.when(accept(renamed, voucher("admin", "editor", true))).then(PhotoRejection.UNDONE_ON_THE_SAME_WORD);
        var accepted = renamed.and(accept(renamed, OFFICER));

        accepted.when(release(ORIGINAL)).accepted();
        assertThat(reasons((Registered) accepted.state())).doesNotContain(PhotoRejection.NO_UNDONE.code());
        accepted.when(accept(accepted, OFFICER)).then(PhotoRejection.NOTHING_UNDONE);
    }

    @Test
    void oneIsEnoughWhereTheOrganisationSaysSo() {
        var undone = anna.and(detach());
        undone.when(new AcceptUndoing(
                        STAGE,
                        LEFT,
                        version(undone),
                        new AgreedBy(false, List.of(new AgreedBy.Doer(List.of(EDITOR))), EDITOR)))
                .accepted();
    }

    @Test
    void whatSheAskedForHerselfNeedsAnOfficerWhoDidNotCarryItOut() {
        var carriedOut = anna.and(new DetachSighting(STAGE, LEFT, ANNA, undoing(UndoneBecause.OWN_PAGE)));
        carriedOut.when(accept(carriedOut, EDITOR)).then(PhotoRejection.UNDONE_BY_THE_SAME);
        carriedOut.when(accept(carriedOut, OFFICER)).accepted();
    }

    @Test
    void whereNobodyKnowsWhoUndidItNobodyIsKnownToBeSomebodyElse() {
        var undone = anna.and(detach());
        undone.when(accept(undone, List.of(), OFFICER)).then(PhotoRejection.UNDONE_BY_NOBODY_KNOWN);
        undone.when(accept(undone, List.of(List.of(EDITOR), List.of()), OFFICER))
                .then(PhotoRejection.UNDONE_BY_NOBODY_KNOWN);
        undone.when(accept(undone, List.of(List.of(EDITOR, OFFICER)), OFFICER)).then(PhotoRejection.UNDONE_BY_THE_SAME);
    }

    @Test
    void whatIsAgreedToIsWhatWasLookedAt() {
        var undone = anna.and(detach());
        AcceptUndoing asSeen = accept(undone, OFFICER);
        undone.and(sighted(LEFT, BORIS)).when(asSeen).then(PhotoRejection.CHANGED_MEANWHILE);
        undone.and(new AdjustFace(STAGE, LEFT, MOVED)).when(asSeen).then(PhotoRejection.CHANGED_MEANWHILE);
        undone.when(asSeen).accepted();
    }

    @Test
    void whatWasFoundOutOfAnotherPersonIsNoAnswerAboutHer() {
        Undoing ofBoris =
                new Undoing(false, List.of(), List.of(EDITOR.account()), Optional.of(new FaceStanding.Sighted(BORIS)));
        anna.when(new AdjustFace(STAGE, LEFT, MOVED, ofBoris)).then(PhotoRejection.CHANGED_MEANWHILE);
        anna.when(new DetachSighting(STAGE, LEFT, ANNA, ofBoris)).then(PhotoRejection.CHANGED_MEANWHILE);
    }

    @Test
    void nobodyIsDismissedOrCalledUnregisteredToUndoANo() {
        anna.when(new DismissFace(STAGE, LEFT, DismissalReason.NOT_A_PERSON)).then(PhotoRejection.NOT_OPEN);
        anna.when(new DeclareUnregistered(STAGE, LEFT)).then(PhotoRejection.NOT_OPEN);
        var freed = anna.and(detach());
        freed.and(new DismissFace(STAGE, LEFT, DismissalReason.NOT_A_PERSON), new CompleteReview(STAGE, true))
                .when(release(ORIGINAL))
                .then(PhotoRejection.NO_UNDONE);
        var unregistered = freed.and(new DeclareUnregistered(STAGE, LEFT));
        assertThat(((Registered) unregistered.state()).seen().undone()).containsOnly(Map.entry(LEFT, BOX));
        unregistered
                .and(new DismissFace(STAGE, LEFT, DismissalReason.NOT_A_PERSON), new CompleteReview(STAGE, true))
                .when(release(ORIGINAL))
                .then(PhotoRejection.NO_UNDONE);
    }

    @Test
    void aPlaceThatIsCoveredKeepsNothing() {
        var covered = anna.and(detach(), Photos.cover(COVERED, LEFT), new CompleteReview(STAGE, true));
        covered.when(release(COVERED)).accepted();
        covered.and(sighted(LEFT, BORIS)).when(release(ORIGINAL)).then(PhotoRejection.NO_UNDONE);
    }

    @Test
    void aCoverThatLeavesPartOfThePlaceDoesNotHideIt() {
        var moved = drawn().and(
                        new AdjustFace(STAGE, DRAWN, ELSEWHERE, undoing(UndoneBecause.WRONG_PLACE)),
                        new PhotoCommand.MakeRendition(
                                STAGE,
                                COVERED,
                                List.of(new Covered(DRAWN, ELSEWHERE)),
                                Sample.record("filled"),
                                Sample.record("known"),
                                Sample.record("image"),
                                Photos.HIDDEN),
                        new CompleteReview(STAGE, true));
        moved.when(release(COVERED)).then(PhotoRejection.NO_UNDONE);
    }

    @Test
    void aMarkThatGrowsUndoesNothing() {
        Box larger = new Box(0.05, 0.05, 0.3, 0.3);
        anna.when(new AdjustFace(STAGE, LEFT, larger, undoing())).accepted();
        assertThat(((Registered) anna.and(new AdjustFace(STAGE, LEFT, larger, undoing()))
                                .state())
                        .seen()
                        .undone())
                .isEmpty();
    }

    @Test
    void whoeverWasErasedHasSaidNo() {
        var erased = drawn().and(new EraseSighting(STAGE, DRAWN, ANNA));
        erased.when(new AdjustFace(STAGE, DRAWN, ELSEWHERE)).then(PhotoRejection.REASON_NEEDED);
        erased.when(new AdjustFace(STAGE, DRAWN, ELSEWHERE, undoing(UndoneBecause.WRONG_PLACE)))
                .accepted();
    }

    @Test
    void itIsRememberedAgainAfterARestoreAndOnlyOnce() {
        RememberNo no = new RememberNo(STAGE, LEFT, BOX, UndoneBecause.ANOTHER_PERSON, List.of(EDITOR.account()));
        assertThat(PhotoNos.again(new PhotoEvent.NoUndone(
                        STAGE, LEFT, BOX, UndoneBecause.ANOTHER_PERSON, List.of(EDITOR.account()), 9, Sample.NOW)))
                .isEqualTo(Optional.of(no));
        anna.when(no).accepted();
        anna.and(detach()).when(no).then(PhotoRejection.SAME_STANDING);
        anna.and(no).when(release(ORIGINAL)).then(PhotoRejection.NOT_REVIEWED);
    }

    @Test
    void aMarkOfARemovedPhotoIsSettledAllTheSame() {
        var removed = anna.and(detach(), new RemovePhoto(STAGE));
        removed.when(accept(removed, OFFICER)).accepted();
    }

    /**
     * Whatever is done to marks, names, covers and reviews in whatever order: as long as nobody agreed, no version leaves on
     * which the place can be seen where she was.
     */
    @Property
    void noRoundaboutWayShowsWhereSheWas(@ForAll("stories") List<PhotoCommand> story) {
        Scenario<PhotoState, PhotoCommand, PhotoEvent> photo = drawn();
        for (PhotoCommand command : story) {
            Decision<PhotoEvent> decision = PhotoDecisions.decide(photo.state(), command, Sample.NOW);
            photo = decision instanceof Decision.Accepted ? photo.and(command) : photo;
            Registered now = (Registered) photo.state();
            boolean led = now.faces().get(DRAWN) instanceof MarkedFace face
                    && face.standing().equals(new FaceStanding.Sighted(ANNA))
                    && face.mark().box().holds(BOX);
            for (Rendition version : now.renditions().values()) {
                boolean hidden = version.covered().values().stream()
                        .anyMatch(cover -> cover.filled().withMargin().holds(BOX));
                if (!hidden && !led) {
                    assertThat(PhotoDecisions.decide(now, release(version.id()), Sample.NOW))
                            .as("%s of %s", version.id(), now)
                            .isInstanceOf(Decision.Rejected.class);
                    assertThat(now.undoneOn(version)).isNotEmpty();
                }
            }
        }
    }

    @Provide
    Arbitrary<List<PhotoCommand>> stories() {
        Arbitrary<FaceId> face = Arbitraries.of(DRAWN, RIGHT);
        Arbitrary<Box> box = Arbitraries.of(BOX, MOVED, ELSEWHERE, new Box(0.05, 0.05, 0.35, 0.35));
        Arbitrary<UndoneBecause> because = Arbitraries.of(UndoneBecause.class);
        Arbitrary<PersonId> person = Arbitraries.of(ANNA, BORIS);
        int[] number = {0};
        Arbitrary<PhotoCommand> step = Arbitraries.oneOf(
                Combinators.combine(face, box, because)
                        .as((id, at, why) -> new AdjustFace(STAGE, id, at, undoing(why))),
                Combinators.combine(face, because).as((id, why) -> new DetachSighting(STAGE, id, ANNA, undoing(why))),
                face.map(id -> new DetachSighting(STAGE, id, BORIS)),
                Combinators.combine(face, person).as(UndoneNoTest::sighted),
                face.map(id -> new DismissFace(STAGE, id, DismissalReason.NOT_A_PERSON)),
                face.map(id -> new DeclareUnregistered(STAGE, id)),
                Arbitraries.just(new ExplainOnePerson(STAGE, List.of(DRAWN, RIGHT), TwiceBecause.POSTER)),
                Arbitraries.of(true, false).map(alone -> new CompleteReview(STAGE, alone)),
                Arbitraries.just(new RecordFaces(STAGE, Photos.IMPROVED, List.of(Photos.mark(Sample.face("later"))))),
                box.map(at -> new DrawFace(
                        STAGE,
                        new Mark(Sample.face("n" + letters(number[0]++)), at, Mark.Kind.FACE, Mark.Origin.DRAWN, 100))),
                Combinators.combine(face, box)
                        .as((id, at) -> new PhotoCommand.MakeRendition(
                                STAGE,
                                Sample.rendition("v" + letters(number[0]++)),
                                List.of(new Covered(id, at)),
                                Sample.record("filled"),
                                Sample.record("known"),
                                Sample.record("image"),
                                Photos.HIDDEN)));
        return step.list().ofMinSize(3).ofMaxSize(14);
    }

    private static String letters(int number) {
        return Integer.toString(number, 6).replace('0', '6').replace('1', '7');
    }

    /** Anna, on a mark that somebody drew. */
    private static Scenario<PhotoState, PhotoCommand, PhotoEvent> drawn() {
        return Photos.registered()
                .and(
                        new RecordFaces(
                                STAGE,
                                Photos.THOROUGHLY,
                                List.of(new Mark(RIGHT, ELSEWHERE, Mark.Kind.FACE, Mark.Origin.DETECTED, 90))),
                        new DrawFace(STAGE, new Mark(DRAWN, BOX, Mark.Kind.FACE, Mark.Origin.DRAWN, 100)),
                        sighted(DRAWN, ANNA),
                        sighted(RIGHT, BORIS),
                        new CompleteReview(STAGE, true));
    }

    private static DetachSighting detach() {
        return new DetachSighting(STAGE, LEFT, ANNA, undoing(UndoneBecause.ANOTHER_PERSON));
    }

    private static AcceptUndoing accept(Scenario<PhotoState, PhotoCommand, PhotoEvent> seen, Voucher second) {
        return accept(seen, List.of(List.of(EDITOR)), second);
    }

    private static AcceptUndoing accept(
            Scenario<PhotoState, PhotoCommand, PhotoEvent> seen, List<List<Voucher>> first, Voucher second) {
        return new AcceptUndoing(
                STAGE,
                LEFT,
                version(seen),
                new AgreedBy(true, first.stream().map(AgreedBy.Doer::new).toList(), second));
    }

    private static int version(Scenario<PhotoState, PhotoCommand, PhotoEvent> photo) {
        return ((Registered) photo.state()).version();
    }

    private static Undoing undoing(UndoneBecause... because) {
        return new Undoing(true, List.of(because), List.of(EDITOR.account()), Optional.empty());
    }

    private static Voucher voucher(String name, boolean administrator) {
        return new Voucher(Sample.account(name), Sample.account(name), administrator);
    }

    private static Voucher voucher(String name, String line, boolean administrator) {
        return new Voucher(Sample.account(name), Sample.account(line), administrator);
    }

    private static ConfirmSighting sighted(FaceId face, PersonId person) {
        return new ConfirmSighting(STAGE, face, person, ConfirmedBy.HAND);
    }

    private static AuthoriseRelease release(RenditionId rendition) {
        return new AuthoriseRelease(STAGE, Sample.publication("site"), rendition);
    }

    private static List<String> reasons(Registered photo) {
        StatusRule.Purpose purpose =
                new StatusRule.Purpose(Channel.WEBSITE, new Territory("NL"), UseContext.GENERAL, false);
        return StatusRule.at(photo, photo.original(), purpose, person -> Optional.empty(), Sample.NOW)
                .reasons()
                .stream()
                .map(StatusReason::code)
                .toList();
    }
}
