package org.quitclaim.demo;

import static org.quitclaim.demo.AskedUse.on;
import static org.quitclaim.demo.AskedUse.recognition;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quitclaim.drawn.Cast;

/**
 * Who plays what: everybody in the story who is registered.
 *
 * <p><b>Guarantees</b>: the names are invented, like the people.
 */
final class Parts {
    private static final Map<Cast, Part> ALL = cast();

    private Parts() {}

    private static Map<Cast, Part> cast() {
        Map<Cast, Part> all = new EnumMap<>(Cast.class);
        play(
                all,
                Cast.EDITOR,
                "Sanne de Wit",
                "EMPLOYEE",
                recognition(),
                on("WEBSITE"),
                on("SOCIAL_MEDIA"),
                on("PRESS"));
        play(
                all,
                Cast.PHOTOGRAPHER,
                "Karim Haddad",
                "EMPLOYEE",
                recognition(),
                on("WEBSITE"),
                on("INTERNAL"),
                on("PRESS"));
        play(
                all,
                Cast.NURSE,
                "Efua Mensah",
                "EMPLOYEE",
                recognition(),
                on("WEBSITE").about("general", "hip-surgery"),
                on("ADVERTISING").refused());
        play(
                all,
                Cast.PATIENT,
                "Wim Verhoef",
                "PATIENT",
                recognition(),
                on("WEBSITE").about("hip-surgery"));
        play(
                all,
                Cast.PUPIL,
                "Noor Aydin",
                "PUPIL",
                recognition(),
                on("WEBSITE"),
                on("SOCIAL_MEDIA").refused());
        play(all, Cast.MOTHER, "Leyla Aydin", "VISITOR", recognition(), on("WEBSITE"), on("SOCIAL_MEDIA"));
        play(all, Cast.RESEARCHER, "Mei Tanaka", "EMPLOYEE", recognition(), on("WEBSITE"), on("PRINT"), on("PRESS"));
        play(
                all,
                Cast.ALDERMAN,
                "Roy Pinas",
                "PUBLIC_FIGURE",
                recognition().refused(),
                on("WEBSITE"),
                on("PRESS").within("NL"));
        play(all, Cast.VOLUNTEER, "Fiona Byrne", "VISITOR", recognition(), on("WEBSITE"), on("INTERNAL"));
        play(all, Cast.GRANDMOTHER, "Truus Bakker", "VISITOR", recognition(), on("WEBSITE"), on("INTERNAL"));
        play(
                all,
                Cast.TEACHER,
                "Kwame Boateng",
                "EMPLOYEE",
                recognition().forDays(30),
                on("WEBSITE").forDays(30));
        play(all, Cast.MODEL, "Jonas Lind", "MODEL", recognition(), on("WEBSITE"), on("INTERNAL"), on("ADVERTISING"));
        return Collections.unmodifiableMap(all);
    }

    private static void play(Map<Cast, Part> all, Cast role, String name, String capacity, AskedUse... wishes) {
        String label = role.character().label();
        all.put(role, new Part(name, label, capacity, role == Cast.PUPIL, Arrays.asList(wishes)));
    }

    static Map<Cast, Part> all() {
        return ALL;
    }

    static Part of(Cast role) {
        return Objects.requireNonNull(ALL.get(role));
    }

    /** Those who allow that their face is compared. */
    static List<Cast> recognisable() {
        return ALL.keySet().stream()
                .filter(role -> of(role).allowsRecognition())
                .toList();
    }
}
