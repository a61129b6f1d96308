package org.quitclaim.demo;

import java.util.List;
import java.util.Map;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;

/** Fiona no longer wants her face compared; her photos she leaves as they are. */
final class RecognitionWithdrawnChapter implements Chapter {
    @Override
    public String title() {
        return "One takes back recognition";
    }

    @Override
    public void play(StorySoFar story) {
        PersonalPage page = new PersonalPage(story.staff.visitor(), story.page(Cast.VOLUNTEER));
        story.stage.check(Check.D38, () -> Finding.accepted(page.withdrawRecognition()));
        story.stage.check(Check.D39, () -> Erasure.done(story, Cast.VOLUNTEER));
        story.stage.check(Check.D56, () -> Certificate.genuine(story, Cast.VOLUNTEER));
        story.stage.check(Check.D57, () -> Certificate.checked(story, Cast.VOLUNTEER));
        story.stage.check(
                Check.D40,
                () -> Finding.same(
                                "GREEN",
                                PhotoView.of(
                                                story.staff.editor(),
                                                story.photo(Shot.PARK).id())
                                        .colour("WEBSITE"))
                        .and(Finding.same(false, Takedowns.open(story).contains(story.recall("park online")))));
        story.stage.check(Check.D41, () -> unknownFromNowOn(story));
        story.stage.check(Check.D42, () -> Finding.refused("consent.already-withdrawn", page.withdrawRecognition()));
    }

    private static Finding unknownFromNowOn(StorySoFar story) {
        DrawnPhoto drawn =
                ScenePainter.draw(Scenes.portraits(Cast.VOLUNTEER.character()).get(2));
        Photo photo = Darkroom.upload(story, "shoot", "afterwards.jpg", drawn);
        Matching.attest(story, Map.of("photoIds", List.of(photo.id())), List.of())
                .orFail();
        PhotoView view = PhotoView.of(story.staff.editor(), photo.id());
        return Finding.same(List.of(), view.suggested(photo.faceIdOf(Cast.VOLUNTEER)));
    }
}
