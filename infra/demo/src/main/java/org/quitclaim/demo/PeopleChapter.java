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
    public void play(StorySoFar story) {
        register(story);
        story.stage.check(
                Check.D03,
                () -> Finding.that(
                        story.persons().size() == Parts.all().size()
                                && story.persons().values().stream()
                                        .allMatch(id -> id.matches("per_[0-9A-Za-z_-]{20,}")),
                        story.persons().values()));
        story.stage.check(Check.D04, () -> Finding.refused("consent.justification-needed", unjustified(story)));
        Parts.all().forEach((role, part) -> offer(story, role, part));
        story.stage.say("Everybody is asked their own questions: recognition, and each channel separately.");
        story.stage.check(Check.D05, () -> bilingual(story));
        story.stage.check(
                Check.D06,
                () -> Finding.same(
                        404,
                        new PersonalPage(story.staff.visitor(), "/api/q/" + "A".repeat(43))
                                .read()
                                .status()));
    }

    private static void register(StorySoFar story) {
        Session officer = story.staff.officer();
        Parts.all()
                .forEach((role, part) -> story.met(
                        role,
                        officer.post("/api/persons", part.registration())
                                .orFail()
                                .text("personId")));
        Reply mother = officer.post(
                "/api/persons/" + story.person(Cast.PUPIL) + "/representatives",
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
        story.remember("mother as representative", mother.orFail().text("representativeId"));
        story.stage.say("Staff and patients, a pupil and a mother, visitors, a model, an alderman.");
    }

    private static Reply unjustified(StorySoFar story) {
        return story.staff
                .officer()
                .post(quitclaims(story, Cast.NURSE), Parts.of(Cast.NURSE).offer(story.recall("notice"), story.today));
    }

    private static void offer(StorySoFar story, Cast role, Part part) {
        Reply offered = story.staff
                .officer()
                .post(quitclaims(story, role), part.justifiedOffer(story.recall("notice"), story.today));
        story.handed(role, new Mailboxes(story.staff.visitor()).link(offered));
    }

    private static String quitclaims(StorySoFar story, Cast role) {
        return "/api/persons/" + story.person(role) + "/quitclaims";
    }

    private static Finding bilingual(StorySoFar story) {
        for (Cast role : Parts.all().keySet()) {
            List<String> languages = new PersonalPage(story.staff.visitor(), story.page(role)).languages();
            if (!languages.equals(List.of("en", "nl"))) {
                return Finding.that(false, role + " sees " + languages);
            }
        }
        return Finding.that(true, "");
    }
}
