package org.quitclaim.demo;

import org.quitclaim.drawn.Cast;

/** The editor asks what may go where; the answer differs by channel, subject and country. */
final class PublicationChapter implements Chapter {
    @Override
    public String title() {
        return "What may go where";
    }

    @Override
    public void play(Tale tale) {
        bySubject(tale);
        tale.stage.check(
                Check.D31,
                () -> Verdict.ask(tale, Shot.TOWN_HALL, "ADVERTISING").blockedFor("consent.other-channel"));
        tale.stage.check(Check.D32, () -> byCountry(tale));
        Verdict reception = Verdict.ask(tale, Shot.RECEPTION, "WEBSITE");
        tale.stage.check(Check.D33, () -> Release.signed(tale, reception));
        tale.stage.check(Check.D34, () -> Release.withheld(tale, reception));
        online(tale, "reception online", reception);
        online(tale, "library online", Verdict.ask(tale, Shot.LIBRARY, "WEBSITE"));
        online(tale, "park online", Verdict.ask(tale, Shot.PARK, "WEBSITE"));
        tale.stage.say("Three photos are online now: the reception, the library and the park.");
    }

    private static void bySubject(Tale tale) {
        tale.stage.check(
                Check.D29,
                () -> Verdict.ask(tale, Shot.WARD, "WEBSITE", "NL", "hip-surgery")
                        .cleared());
        tale.stage.check(Check.D30, () -> {
            Verdict general = Verdict.ask(tale, Shot.WARD, "WEBSITE");
            Verdict sensitive = Verdict.ask(tale, Shot.WARD, "WEBSITE", "NL", "hiv-clinic");
            return general.blockedFor("consent.beyond-its-terms")
                    .and(general.names(tale.person(Cast.PATIENT)))
                    .and(sensitive.blockedFor("consent.beyond-its-terms"));
        });
    }

    private static Finding byCountry(Tale tale) {
        return Verdict.ask(tale, Shot.TOWN_HALL, "PRESS", "US", "general")
                .blockedFor("consent.beyond-its-terms")
                .and(Verdict.ask(tale, Shot.TOWN_HALL, "PRESS", "NL", "general").cleared());
    }

    private static void online(Tale tale, String word, Verdict verdict) {
        if (!verdict.isCleared()) {
            throw new Unexpected(word + ": blocked for " + verdict.codes());
        }
        tale.staff
                .editor()
                .post("/api/publications/" + verdict.publication() + "/published")
                .orFail();
        tale.remember(word, verdict.publication());
    }
}
