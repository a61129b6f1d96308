package org.quitclaim.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Who somebody is in the story, what they are asked and what they answer.
 *
 * @param label stands before the @ of their address
 */
record Part(String name, String label, String capacity, boolean minor, List<AskedUse> wishes) {
    private static final List<String> DEPENDENT = List.of("EMPLOYEE", "PATIENT", "PUPIL");

    /** Whether asking them needs a recorded reason, because they depend on the organisation. */
    boolean dependent() {
        return DEPENDENT.contains(capacity);
    }

    boolean allowsRecognition() {
        return wishes.stream().anyMatch(wish -> wish.aboutRecognition() && wish.granted());
    }

    Map<String, Object> registration() {
        return Map.of(
                "name",
                name,
                "email",
                label + "@lindeveld.example",
                "capacity",
                capacity,
                "ageGroup",
                minor ? "MINOR" : "ADULT");
    }

    Map<String, Object> offer(String notice, LocalDate today) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("noticeId", notice);
        offer.put("zone", AskedUse.ZONE.getId());
        offer.put("asks", wishes.stream().map(wish -> wish.terms(today)).toList());
        return offer;
    }

    Map<String, Object> justifiedOffer(String notice, LocalDate today) {
        Map<String, Object> offer = offer(notice, today);
        if (dependent()) {
            offer.put("justification", "Asked by somebody outside their own department; a no has no consequence.");
        }
        return offer;
    }

    List<Map<String, Object>> answers() {
        return IntStream.range(0, wishes.size())
                .mapToObj(ask -> Map.<String, Object>of(
                        "ask", ask, "granted", wishes.get(ask).granted()))
                .toList();
    }
}
