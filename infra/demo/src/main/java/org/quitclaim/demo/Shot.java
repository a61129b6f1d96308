package org.quitclaim.demo;

import static org.quitclaim.drawn.Cast.ALDERMAN;
import static org.quitclaim.drawn.Cast.BYSTANDER;
import static org.quitclaim.drawn.Cast.EDITOR;
import static org.quitclaim.drawn.Cast.GRANDMOTHER;
import static org.quitclaim.drawn.Cast.MODEL;
import static org.quitclaim.drawn.Cast.MOTHER;
import static org.quitclaim.drawn.Cast.NURSE;
import static org.quitclaim.drawn.Cast.PATIENT;
import static org.quitclaim.drawn.Cast.PHOTOGRAPHER;
import static org.quitclaim.drawn.Cast.PUPIL;
import static org.quitclaim.drawn.Cast.RESEARCHER;
import static org.quitclaim.drawn.Cast.STATUE;
import static org.quitclaim.drawn.Cast.TEACHER;
import static org.quitclaim.drawn.Cast.VOLUNTEER;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.quitclaim.drawn.Cast;
import org.quitclaim.drawn.Scene;
import org.quitclaim.drawn.Scenes;

/** The photos of the open day, by who is on them. */
enum Shot {
    WARD(NURSE, PATIENT),
    LIBRARY(MOTHER, PUPIL, TEACHER),
    TOWN_HALL(EDITOR, ALDERMAN, RESEARCHER, PHOTOGRAPHER),
    RECEPTION(VOLUNTEER, MODEL, GRANDMOTHER, TEACHER, NURSE),
    PARK(EDITOR, MODEL, MOTHER, ALDERMAN, VOLUNTEER, PHOTOGRAPHER),
    MUSEUM(RESEARCHER, STATUE),
    CROWD(VOLUNTEER, PHOTOGRAPHER, GRANDMOTHER, MODEL, BYSTANDER);

    private final Set<Cast> cast;

    Shot(Cast... cast) {
        this.cast = Set.of(cast);
    }

    Set<Cast> cast() {
        return cast;
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".jpg";
    }

    /** The drawn scene with exactly these people. */
    Scene scene() {
        Set<String> wanted = cast.stream().map(role -> role.character().label()).collect(Collectors.toSet());
        return Scenes.composed().stream()
                .filter(scene -> labels(scene).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Unexpected("nobody drew the photo " + this));
    }

    private static Set<String> labels(Scene scene) {
        return scene.figures().stream()
                .map(figure -> figure.character().label())
                .collect(Collectors.toSet());
    }
}
