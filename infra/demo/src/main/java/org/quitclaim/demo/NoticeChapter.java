package org.quitclaim.demo;

/** The text that everybody gets to read before they decide anything. */
final class NoticeChapter implements Chapter {
    @Override
    public String title() {
        return "What everybody reads first";
    }

    @Override
    public void play(Tale tale) {
        Session officer = tale.staff.officer();
        tale.stage.say(
                "The compliance officer of Stichting Lindeveld (a clinic, a school, a museum) publishes the text.");
        tale.stage.check(
                Check.D01,
                () -> Finding.refused(
                        "notice.incomplete",
                        officer.raw(
                                "POST",
                                "/api/notices",
                                NoticeText.withoutComplaint().toString())));
        Reply published =
                officer.raw("POST", "/api/notices", NoticeText.complete().toString());
        tale.remember("notice", published.orFail().text("noticeId"));
        tale.stage.check(
                Check.D02,
                () -> Finding.that(
                        officer.get("/api/notices").orFail().bytes().length > 0
                                && languages(officer).contains("nl"),
                        languages(officer)));
    }

    private static java.util.List<String> languages(Session officer) {
        return officer.get("/api/notices").orFail().json().findValuesAsString("language");
    }
}
