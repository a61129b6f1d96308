package org.quitclaim.demo;

import java.util.List;
import java.util.Map;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.ScenePainter;

/** The photos of the open day come in; nothing is known about them yet. */
final class ShootChapter implements Chapter {
    @Override
    public String title() {
        return "The open day comes in";
    }

    @Override
    public void play(Tale tale) {
        Darkroom.openCollection(tale, "shoot", "Open day");
        participants(tale);
        uploads(tale);
        tale.stage.check(Check.D19, () -> everybodyFound(tale));
        tale.stage.check(
                Check.D20,
                () -> Finding.same(
                        "AMBER",
                        PhotoView.of(tale.staff.editor(), tale.photo(Shot.WARD).id())
                                .colour("WEBSITE")));
        tale.stage.check(Check.D21, () -> detectOnly(tale));
        tale.stage.check(
                Check.D22, () -> Verdict.ask(tale, Shot.WARD, "WEBSITE").blockedFor("photo.not-reviewed"));
    }

    private static void participants(Tale tale) {
        List<String> signed = Parts.recognisable().stream().map(tale::person).toList();
        tale.staff
                .editor()
                .put(
                        "/api/collections/" + tale.recall("shoot") + "/participants",
                        Map.of("add", signed, "remove", List.of()))
                .orFail();
        tale.stage.say("The editor lists who signed for recognition; recognition itself is still off here.");
    }

    private static void uploads(Tale tale) {
        int done = 0;
        for (Shot shot : Shot.values()) {
            DrawnPhoto drawn = ScenePainter.draw(shot.scene());
            tale.shot(shot, Darkroom.upload(tale, "shoot", shot.fileName(), drawn));
            tale.stage.progress("photos developed:", ++done, Shot.values().length);
        }
        tale.stage.say("Seven photos, twenty-seven faces: one of them of stone, one of somebody nobody knows.");
    }

    private static Finding everybodyFound(Tale tale) {
        List<String> missed = tale.shoot().entrySet().stream()
                .flatMap(entry -> entry.getKey().cast().stream()
                        .filter(role -> entry.getValue().faceOf(role).isEmpty())
                        .map(role -> role + " on " + entry.getKey()))
                .toList();
        return Finding.that(missed.isEmpty(), "missed " + missed);
    }

    private static Finding detectOnly(Tale tale) {
        Reply attested = Matching.attest(tale, Map.of("collectionId", tale.recall("shoot")), List.of());
        List<String> codes = PhotoView.codes(attested.json().path("skipped"));
        return Finding.same(List.of("permit.collection-detect-only"), codes)
                .and(Finding.same(0L, Matching.suggestions(tale)));
    }
}
