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
    public void play(StorySoFar story) {
        Darkroom.openCollection(story, "shoot", "Open day");
        participants(story);
        uploads(story);
        story.stage.check(Check.D19, () -> everybodyFound(story));
        story.stage.check(
                Check.D20,
                () -> Finding.same(
                        "AMBER",
                        PhotoView.of(
                                        story.staff.editor(),
                                        story.photo(Shot.WARD).id())
                                .colour("WEBSITE")));
        story.stage.check(Check.D21, () -> detectOnly(story));
        story.stage.check(
                Check.D22, () -> Verdict.ask(story, Shot.WARD, "WEBSITE").blockedFor("photo.not-reviewed"));
    }

    private static void participants(StorySoFar story) {
        List<String> signed = Parts.recognisable().stream().map(story::person).toList();
        story.staff
                .editor()
                .put(
                        "/api/collections/" + story.recall("shoot") + "/participants",
                        Map.of("add", signed, "remove", List.of()))
                .orFail();
        story.stage.say("The editor lists who signed for recognition; recognition itself is still off here.");
    }

    private static void uploads(StorySoFar story) {
        int done = 0;
        for (Shot shot : Shot.values()) {
            DrawnPhoto drawn = ScenePainter.draw(shot.scene());
            story.shot(shot, Darkroom.upload(story, "shoot", shot.fileName(), drawn));
            story.stage.progress("photos developed:", ++done, Shot.values().length);
        }
        story.stage.say("Seven photos, twenty-seven faces: one of them of stone, one of somebody nobody knows.");
    }

    private static Finding everybodyFound(StorySoFar story) {
        List<String> missed = story.shoot().entrySet().stream()
                .flatMap(entry -> entry.getKey().cast().stream()
                        .filter(role -> entry.getValue().faceOf(role).isEmpty())
                        .map(role -> role + " on " + entry.getKey()))
                .toList();
        return Finding.that(missed.isEmpty(), "missed " + missed);
    }

    private static Finding detectOnly(StorySoFar story) {
        Reply attested = Matching.attest(story, Map.of("collectionId", story.recall("shoot")), List.of());
        List<String> codes = PhotoView.codes(attested.json().path("skipped"));
        return Finding.same(List.of("permit.collection-detect-only"), codes)
                .and(Finding.same(0L, Matching.suggestions(story)));
    }
}
