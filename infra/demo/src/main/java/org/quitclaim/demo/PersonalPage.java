package org.quitclaim.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a portrayed person does on the page behind their link. */
record PersonalPage(Session visitor, String page) {
    Reply read() {
        return visitor.get(page);
    }

    /** The languages of the text that is shown. */
    List<String> languages() {
        return read().list("texts").stream()
                .map(text -> text.path("language").asString(""))
                .sorted()
                .toList();
    }

    Reply answer(List<Map<String, Object>> answers, String confirmation) {
        return visitor.post(page + "/answers", body(answers, confirmation, List.of()));
    }

    Reply answerFor(List<Map<String, Object>> answers, List<String> representatives) {
        return visitor.post(page + "/answers", body(answers, "TWO_STEPS", representatives));
    }

    private static Map<String, Object> body(
            List<Map<String, Object>> answers, String confirmation, List<String> representatives) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("language", "en");
        body.put("answers", answers);
        body.put("confirmation", confirmation);
        if (!representatives.isEmpty()) {
            body.put("representatives", representatives);
        }
        return body;
    }

    Reply withdrawRecognition() {
        return visitor.post(page + "/withdrawals", Map.of("recognition", true, "channels", List.of()));
    }

    Reply withdraw(String channel) {
        return visitor.post(page + "/withdrawals", Map.of("recognition", false, "channels", List.of(channel)));
    }

    JsonNode shown() {
        return read().orFail().json();
    }
}
