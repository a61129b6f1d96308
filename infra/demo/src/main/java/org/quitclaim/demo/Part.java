package org.quitclaim.demo;

import static org.quitclaim.demo.Wish.on;
import static org.quitclaim.demo.Wish.recognition;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.quitclaim.drawn.Cast;

/**
 * Who somebody is in the story, what they are asked and what they answer.
 *
 * <p><b>Guarantees</b>: the names are invented, like the people.
 */
record Part(Cast role, String name, String capacity, List<Wish> wishes) {
    static final List<Part> ALL = List.of(
            part(Cast.EDITOR, "Sanne de Wit", "EMPLOYEE", recognition(), on("WEBSITE"), on("SOCIAL_MEDIA"), on("PRESS")),
            part(Cast.PHOTOGRAPHER, "Karim Haddad", "EMPLOYEE", recognition(), on("WEBSITE"), on("INTERNAL"), on("PRESS")),
            part(Cast.NURSE, "Efua Mensah", "EMPLOYEE", recognition(), on("WEBSITE"), on("ADVERTISING").refused()),
            part(Cast.PATIENT, "Wim Verhoef", "PATIENT", recognition(), on("WEBSITE").about("hip-surgery")),
            part(Cast.PUPIL, "Noor Aydin", "PUPIL", recognition(), on("WEBSITE"), on("SOCIAL_MEDIA").refused()),
            part(Cast.MOTHER, "Leyla Aydin", "VISITOR", recognition(), on("WEBSITE"), on("SOCIAL_MEDIA")),
            part(Cast.RESEARCHER, "Mei Tanaka", "EMPLOYEE", recognition(), on("WEBSITE"), on("PRINT"), on("PRESS")),
            part(Cast.ALDERMAN, "Roy Pinas", "PUBLIC_FIGURE", recognition().refused(), on("WEBSITE"), on("PRESS")),
            part(Cast.VOLUNTEER, "Fiona Byrne", "VISITOR", recognition(), on("WEBSITE"), on("INTERNAL")),
            part(Cast.GRANDMOTHER, "Truus Bakker", "VISITOR", recognition(), on("WEBSITE"), on("INTERNAL")),
            part(Cast.TEACHER, "Kwame Boateng", "EMPLOYEE", recognition().forDays(30), on("WEBSITE").forDays(30)),
            part(Cast.MODEL, "Jonas Lind", "MODEL", recognition(), on("WEBSITE").within("EEA"), on("ADVERTISING")));

    private static final List<String> DEPENDENT = List.of("EMPLOYEE", "PATIENT", "PUPIL");

    private static Part part(Cast role, String name, String capacity, Wish... wishes) {
        return new Part(role, name, capacity, List.of(wishes));
    }

    static Part of(Cast role) {
        return ALL.stream().filter(part -> part.role == role).findFirst().orElseThrow();
    }

    boolean minor() {
        return role == Cast.PUPIL;
    }

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
                role.character().label() + "@lindeveld.example",
                "capacity",
                capacity,
                "ageGroup",
                minor() ? "MINOR" : "ADULT");
    }

    Map<String, Object> offer(String notice, LocalDate today) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("noticeId", notice);
        offer.put("zone", Wish.ZONE.getId());
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
