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
    public void play(Tale tale) {
        PersonalPage page = new PersonalPage(tale.staff.visitor(), tale.page(Cast.VOLUNTEER));
        tale.stage.check(Check.D38, () -> Finding.accepted(page.withdrawRecognition()));
        tale.stage.check(Check.D39, () -> Erasure.done(tale, Cast.VOLUNTEER));
        tale.stage.check(Check.D56, () -> Certificate.genuine(tale, Cast.VOLUNTEER));
        tale.stage.check(Check.D57, () -> Certificate.checked(tale, Cast.VOLUNTEER));
        tale.stage.check(
                Check.D40,
                () -> Finding.same(
                                "GREEN",
                                PhotoView.of(
                                                tale.staff.editor(),
                                                tale.photo(Shot.PARK).id())
                                        .colour("WEBSITE"))
                        .and(Finding.same(false, Takedowns.open(tale).contains(tale.recall("park online")))));
        tale.stage.check(Check.D41, () -> unknownFromNowOn(tale));
        tale.stage.check(Check.D42, () -> Finding.refused("consent.already-withdrawn", page.withdrawRecognition()));
    }

    private static Finding unknownFromNowOn(Tale tale) {
        DrawnPhoto drawn =
                ScenePainter.draw(Scenes.portraits(Cast.VOLUNTEER.character()).get(2));
        Photo photo = Darkroom.upload(tale, "shoot", "afterwards.jpg", drawn);
        Matching.attest(tale, Map.of("photoIds", List.of(photo.id())), List.of())
                .orFail();
        PhotoView view = PhotoView.of(tale.staff.editor(), photo.id());
        return Finding.same(List.of(), view.suggested(photo.faceIdOf(Cast.VOLUNTEER)));
    }
}
