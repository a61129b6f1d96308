package org.quitclaim.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing somebody is asked, and what they answer.
 *
 * @param channel empty for recognition
 * @param contexts the subjects the use is limited to; empty for general use
 * @param days for how long, counted from today
 */
record AskedUse(String channel, String territory, List<String> contexts, int days, boolean granted) {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final int TWO_YEARS = 730;

    static AskedUse recognition() {
        return new AskedUse("", "WORLD", List.of(), TWO_YEARS, true);
    }

    static AskedUse on(String channel) {
        return new AskedUse(channel, "WORLD", List.of(), TWO_YEARS, true);
    }

    AskedUse within(String where) {
        return new AskedUse(channel, where, contexts, days, granted);
    }

    AskedUse about(String... subjects) {
        return new AskedUse(channel, territory, List.of(subjects), days, granted);
    }

    AskedUse forDays(int number) {
        return new AskedUse(channel, territory, contexts, number, granted);
    }

    AskedUse refused() {
        return new AskedUse(channel, territory, contexts, days, false);
    }

    boolean aboutRecognition() {
        return channel.isEmpty();
    }

    /** The question as the API takes it. */
    Map<String, Object> terms(LocalDate today) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("purpose", aboutRecognition() ? "RECOGNITION" : "PUBLICATION");
        if (!aboutRecognition()) {
            terms.put("channel", channel);
            terms.put("territories", List.of(territory));
            terms.put("contexts", contexts);
            terms.put("coverage", Map.of("extent", "ALL"));
        }
        terms.put("from", today.toString());
        terms.put("until", today.plusDays(days).toString());
        return terms;
    }
}
