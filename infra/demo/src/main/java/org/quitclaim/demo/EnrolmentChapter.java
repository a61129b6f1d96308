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
    public void play(Tale tale) {
        Darkroom.openCollection(tale, "portraits", "Portraits");
        Darkroom.switchRecognitionOn(tale, "portraits");
        portraits(tale);
        tale.stage.check(Check.D15, () -> Finding.refused("permit.dpia-missing", enrol(tale, Cast.EDITOR)));
        String proposal = Assessment.record(tale, REFERENCE);
        Assessment.confirm(tale.staff.secondOfficer(), proposal).orFail();
        tale.stage.say(
                "One officer recorded the impact assessment, another confirmed it; recognition can be switched on.");
        tale.stage.check(Check.D16, () -> enrolEverybody(tale));
        tale.stage.check(Check.D17, () -> Finding.refused("permit.no-live-grant", enrol(tale, Cast.ALDERMAN)));
        tale.stage.check(Check.D18, () -> again(tale));
    }

    private static void portraits(Tale tale) {
        int done = 0;
        for (Cast role : Parts.all().keySet()) {
            DrawnPhoto portrait = ScenePainter.draw(Scenes.enrolment(role.character()));
            tale.portrayed(role, Darkroom.upload(tale, "portraits", "portrait.jpg", portrait));
            tale.stage.progress("portraits taken:", ++done, Parts.all().size());
        }
        tale.stage.say("Twelve portraits are uploaded. A face is found on each; nobody is compared.");
    }

    private static Reply enrol(Tale tale, Cast role) {
        Photo portrait = tale.portrait(role);
        return tale.staff
                .officer()
                .post(
                        "/api/persons/" + tale.person(role) + "/faceprint",
                        Map.of("photoId", portrait.id(), "faceId", portrait.faceIdOf(role)));
    }

    private static Finding enrolEverybody(Tale tale) {
        return Parts.recognisable().stream()
                .map(role ->
                        Finding.accepted(enrol(tale, role)).and(Finding.same("true", Erasure.enrolled(tale, role))))
                .reduce(Finding.that(true, ""), Finding::and);
    }

    private static Finding again(Tale tale) {
        Photo first = tale.portrait(Cast.EDITOR);
        Reply second =
                Darkroom.send(tale, "portraits", "again.jpg", first.truth().jpeg());
        return Finding.same(first.id(), second.orFail().text("photoId"));
    }
}
