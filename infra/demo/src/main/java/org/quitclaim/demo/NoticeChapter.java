package org.quitclaim.demo;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The text that everybody gets to read before they decide anything. */
final class NoticeChapter implements Chapter {
    @Override
    public String title() {
        return "What everybody reads first";
    }

    @Override
    public void play(StorySoFar story) {
        story.staff
                .admin()
                .put("/api/organisation", Map.of("name", "Stichting Lindeveld", "contact", "privacy@lindeveld.example"))
                .orFail();
        story.stage.say(
                "The compliance officer of Stichting Lindeveld (a clinic, a school, a museum) publishes the text.");
        story.stage.check(
                Check.D01, () -> Finding.refused("notice.incomplete", publish(story, NoticeText.withoutComplaint())));
        story.remember("notice", publish(story, NoticeText.complete()).orFail().text("noticeId"));
        story.stage.check(Check.D02, () -> Finding.same(List.of("en", "nl"), languages(story)));
    }

    private static Reply publish(StorySoFar story, JsonNode text) {
        return story.staff.officer().raw("POST", "/api/notices", text.toString());
    }

    private static List<String> languages(StorySoFar story) {
        Reply notice = story.staff.officer().get("/api/notices/" + story.recall("notice"));
        return notice.orFail().json().path("texts").findValuesAsString("language");
    }
}
