package org.quitclaim.demo;

import java.util.Map;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.DrawnPhoto;
import org.quitclaim.drawn.ScenePainter;
import org.quitclaim.drawn.Scenes;

/** Faceprints of those who allowed it, each from one designated face. */
final class EnrolmentChapter implements Chapter {
    private static final String REFERENCE = "DPIA 2026-07, signed by the board";

    @Override
    public String title() {
        return "A faceprint, of those who allow it";
    }

    @Override
    public void play(StorySoFar story) {
        Darkroom.openCollection(story, "portraits", "Portraits");
        Darkroom.switchRecognitionOn(story, "portraits");
        portraits(story);
        story.stage.check(Check.D15, () -> Finding.refused("permit.dpia-missing", enrol(story, Cast.EDITOR)));
        String proposal = Assessment.record(story, REFERENCE);
        Assessment.confirm(story.staff.secondOfficer(), proposal).orFail();
        story.stage.say(
                "One officer recorded the impact assessment, another confirmed it; recognition can be switched on.");
        story.stage.check(Check.D16, () -> enrolEverybody(story));
        story.stage.check(Check.D17, () -> Finding.refused("permit.no-live-grant", enrol(story, Cast.ALDERMAN)));
        story.stage.check(Check.D18, () -> again(story));
    }

    private static void portraits(StorySoFar story) {
        int done = 0;
        for (Cast role : Parts.all().keySet()) {
            DrawnPhoto portrait = ScenePainter.draw(Scenes.enrolment(role.character()));
            story.portrayed(role, Darkroom.upload(story, "portraits", "portrait.jpg", portrait));
            story.stage.progress("portraits taken:", ++done, Parts.all().size());
        }
        story.stage.say("Twelve portraits are uploaded. A face is found on each; nobody is compared.");
    }

    private static Reply enrol(StorySoFar story, Cast role) {
        Photo portrait = story.portrait(role);
        return story.staff
                .officer()
                .post(
                        "/api/persons/" + story.person(role) + "/faceprint",
                        Map.of("photoId", portrait.id(), "faceId", portrait.faceIdOf(role)));
    }

    private static Finding enrolEverybody(StorySoFar story) {
        return Parts.recognisable().stream()
                .map(role ->
                        Finding.accepted(enrol(story, role)).and(Finding.same("true", Erasure.enrolled(story, role))))
                .reduce(Finding.that(true, ""), Finding::and);
    }

    private static Finding again(StorySoFar story) {
        Photo first = story.portrait(Cast.EDITOR);
        Reply second =
                Darkroom.send(story, "portraits", "again.jpg", first.truth().jpeg());
        return Finding.same(first.id(), second.orFail().text("photoId"));
    }
}
