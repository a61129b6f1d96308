package org.quitclaim.demo;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** The text that everybody gets to read before they decide anything. */
final class NoticeChapter implements Chapter {
    @Override
    public String title() {
        return "What everybody reads first";
    }

    @Override
    public void play(Tale tale) {
        tale.stage.say(
                "The compliance officer of Stichting Lindeveld (a clinic, a school, a museum) publishes the text.");
        tale.stage.check(
                Check.D01, () -> Finding.refused("notice.incomplete", publish(tale, NoticeText.withoutComplaint())));
        tale.remember("notice", publish(tale, NoticeText.complete()).orFail().text("noticeId"));
        tale.stage.check(Check.D02, () -> Finding.same(List.of("en", "nl"), languages(tale)));
    }

    private static Reply publish(Tale tale, JsonNode text) {
        return tale.staff.officer().raw("POST", "/api/notices", text.toString());
    }

    private static List<String> languages(Tale tale) {
        Reply notice = tale.staff.officer().get("/api/notices/" + tale.recall("notice"));
        return notice.orFail().json().path("texts").findValuesAsString("language");
    }
}
