package org.quitclaim.demo;

import java.util.List;
import java.util.Map;
import org.quitclaim.drawn.Cast;

/** Twelve people are registered and are mailed a link of their own. */
final class PeopleChapter implements Chapter {
    @Override
    public String title() {
        return "Twelve people get a link of their own";
    }

    @Override
    public void play(Tale tale) {
        register(tale);
        tale.stage.check(
                Check.D03,
                () -> Finding.that(
                        tale.persons().size() == Parts.all().size()
                                && tale.persons().values().stream()
                                        .allMatch(id -> id.matches("per_[0-9A-Za-z_-]{20,}")),
                        tale.persons().values()));
        tale.stage.check(Check.D04, () -> Finding.refused("consent.justification-needed", unjustified(tale)));
        Parts.all().forEach((role, part) -> offer(tale, role, part));
        tale.stage.say("Everybody is asked their own questions: recognition, and each channel separately.");
        tale.stage.check(Check.D05, () -> bilingual(tale));
        tale.stage.check(
                Check.D06,
                () -> Finding.same(
                        404,
                        new PersonalPage(tale.staff.visitor(), "/api/q/" + "A".repeat(43))
                                .read()
                                .status()));
    }

    private static void register(Tale tale) {
        Session officer = tale.staff.officer();
        Parts.all()
                .forEach((role, part) -> tale.met(
                        role,
                        officer.post("/api/persons", part.registration())
                                .orFail()
                                .text("personId")));
        Reply mother = officer.post(
                "/api/persons/" + tale.person(Cast.PUPIL) + "/representatives",
                Map.of(
                        "name",
                        Parts.of(Cast.MOTHER).name(),
                        "role",
                        "PARENT",
                        "verified",
                        true,
                        "sole",
                        true,
                        "authority",
                        "Extract from the custody register, seen by the school office."));
        tale.remember("mother as representative", mother.orFail().text("representativeId"));
        tale.stage.say("Staff and patients, a pupil and a mother, visitors, a model, an alderman.");
    }

    private static Reply unjustified(Tale tale) {
        return tale.staff
                .officer()
                .post(quitclaims(tale, Cast.NURSE), Parts.of(Cast.NURSE).offer(tale.recall("notice"), tale.today));
    }

    private static void offer(Tale tale, Cast role, Part part) {
        Reply offered = tale.staff
                .officer()
                .post(quitclaims(tale, role), part.justifiedOffer(tale.recall("notice"), tale.today));
        tale.handed(role, new Mailboxes(tale.staff.visitor()).link(offered));
    }

    private static String quitclaims(Tale tale, Cast role) {
        return "/api/persons/" + tale.person(role) + "/quitclaims";
    }

    private static Finding bilingual(Tale tale) {
        for (Cast role : Parts.all().keySet()) {
            List<String> languages = new PersonalPage(tale.staff.visitor(), tale.page(role)).languages();
            if (!languages.equals(List.of("en", "nl"))) {
                return Finding.that(false, role + " sees " + languages);
            }
        }
        return Finding.that(true, "");
    }
}
