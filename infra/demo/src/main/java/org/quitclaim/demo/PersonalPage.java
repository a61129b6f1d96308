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

    /** Everything that is known of the person, for machines. */
    Reply data() {
        return visitor.get(page + "/data");
    }

    /** The languages of the text that is shown. */
    List<String> languages() {
        return read().orFail().list("languages").stream()
                .map(JsonNode::asString)
                .sorted()
                .toList();
    }

    /** Answers with the second, confirming step, and with a code where one is needed. */
    Reply answer(List<Map<String, Object>> answers) {
        return send(answers, true, List.of());
    }

    /** Answers as a form with a single button would. */
    Reply answerInOneStep(List<Map<String, Object>> answers) {
        return send(answers, false, List.of());
    }

    Reply answerFor(List<Map<String, Object>> answers, List<String> representatives) {
        return send(answers, true, representatives);
    }

    private Reply send(List<Map<String, Object>> answers, boolean confirmed, List<String> representatives) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("language", "en");
        body.put("answers", answers);
        body.put("confirmed", confirmed);
        body.put("representatives", representatives);
        Reply first = visitor.post(page + "/answers", body);
        return first.refusedWith("consent.code-needed") ? signed(body) : first;
    }

    /** With the code that is mailed for exactly these answers. */
    private Reply signed(Map<String, Object> body) {
        Reply asked = visitor.post(page + "/codes", body);
        body.put("signs", asked.orFail().text("signs"));
        body.put("code", new Mailboxes(visitor).code(asked));
        return visitor.post(page + "/answers", body);
    }

    Reply withdrawRecognition() {
        return visitor.post(page + "/withdrawals", Map.of("recognition", true, "channels", List.of()));
    }

    Reply withdraw(String channel) {
        return visitor.post(page + "/withdrawals", Map.of("recognition", false, "channels", List.of(channel)));
    }
}
