package org.quitclaim.demo;

import org.quitclaim.drawn.Cast;

/** The editor asks what may go where; the answer differs by channel, subject and country. */
final class PublicationChapter implements Chapter {
    @Override
    public String title() {
        return "What may go where";
    }

    @Override
    public void play(StorySoFar story) {
        bySubject(story);
        story.stage.check(
                Check.D31,
                () -> Verdict.ask(story, Shot.TOWN_HALL, "ADVERTISING").blockedFor("consent.other-channel"));
        story.stage.check(Check.D32, () -> byCountry(story));
        Verdict reception = Verdict.ask(story, Shot.RECEPTION, "WEBSITE");
        story.stage.check(Check.D33, () -> Release.signed(story, reception));
        story.stage.check(Check.D34, () -> Release.withheld(story, reception));
        online(story, "reception online", reception);
        online(story, "library online", Verdict.ask(story, Shot.LIBRARY, "WEBSITE"));
        online(story, "park online", Verdict.ask(story, Shot.PARK, "WEBSITE"));
        story.stage.say("Three photos are online now: the reception, the library and the park.");
    }

    private static void bySubject(StorySoFar story) {
        story.stage.check(
                Check.D29,
                () -> Verdict.ask(story, Shot.WARD, "WEBSITE", "NL", "hip-surgery")
                        .cleared());
        story.stage.check(Check.D30, () -> {
            Verdict general = Verdict.ask(story, Shot.WARD, "WEBSITE");
            Verdict sensitive = Verdict.ask(story, Shot.WARD, "WEBSITE", "NL", "hiv-clinic");
            return general.blockedFor("consent.beyond-its-terms")
                    .and(general.names(story.person(Cast.PATIENT)))
                    .and(sensitive.blockedFor("consent.beyond-its-terms"));
        });
    }

    private static Finding byCountry(StorySoFar story) {
        return Verdict.ask(story, Shot.TOWN_HALL, "PRESS", "US", "general")
                .blockedFor("consent.beyond-its-terms")
                .and(Verdict.ask(story, Shot.TOWN_HALL, "PRESS", "NL", "general")
                        .cleared());
    }

    private static void online(StorySoFar story, String word, Verdict verdict) {
        if (!verdict.isCleared()) {
            throw new Unexpected(word + ": blocked for " + verdict.codes());
        }
        story.staff
                .editor()
                .post("/api/publications/" + verdict.publication() + "/published")
                .orFail();
        story.remember(word, verdict.publication());
    }
}
