package org.quitclaim.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quitclaim.drawn.Cast;

/** The photographer vouches for faces; the server suggests; people decide. */
final class MatchingChapter implements Chapter {
    private static final Set<Cast> LEFT_OUT = Set.of(Cast.ALDERMAN, Cast.BYSTANDER, Cast.STATUE);

    /** One role on one photo. */
    private record Place(Shot shot, Cast role) {
        Photo photo(Tale tale) {
            return tale.photo(shot);
        }

        String face(Tale tale) {
            return photo(tale).faceIdOf(role);
        }
    }

    @Override
    public String title() {
        return "Who is who: suggested by the computer, decided by people";
    }

    @Override
    public void play(Tale tale) {
        Darkroom.switchRecognitionOn(tale, "shoot");
        List<Place> places = places();
        List<Place> attested = places.stream()
                .filter(place -> !LEFT_OUT.contains(place.role()))
                .toList();
        List<Place> leftOut =
                places.stream().filter(place -> LEFT_OUT.contains(place.role())).toList();
        attest(tale, leftOut);
        tale.stage.check(Check.D23, () -> suggestedRight(tale, attested));
        tale.stage.check(Check.D24, () -> comparedWithNobody(tale, leftOut));
        tale.stage.check(Check.D25, () -> confirm(tale, attested));
        tale.stage.check(
                Check.D26,
                () -> confirm(
                        tale,
                        leftOut.stream()
                                .filter(place -> place.role() == Cast.ALDERMAN)
                                .toList()));
        tale.stage.check(Check.D27, () -> dismissStatue(tale));
        review(tale);
        tale.stage.check(
                Check.D28,
                () -> Finding.same(
                        "GREEN",
                        PhotoView.of(
                                        tale.staff.editor(),
                                        tale.photo(Shot.MUSEUM).id())
                                .colour("WEBSITE")));
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Shot shot : Shot.values()) {
            shot.cast().forEach(role -> places.add(new Place(shot, role)));
        }
        return places;
    }

    private static void attest(Tale tale, List<Place> leftOut) {
        List<String> faces = leftOut.stream().map(place -> place.face(tale)).toList();
        Matching.attest(tale, Map.of("collectionId", tale.recall("shoot")), faces)
                .orFail();
        tale.stage.say(
                "The photographer vouches: everybody here signed for recognition, except three who are left out");
        tale.stage.say("on purpose: the alderman who refused, a passer-by, and a face of stone.");
    }

    private static Finding suggestedRight(Tale tale, List<Place> attested) {
        List<String> wrong = attested.stream()
                .filter(place -> !PhotoView.of(
                                tale.staff.editor(), place.photo(tale).id())
                        .suggested(place.face(tale))
                        .equals(List.of(tale.person(place.role()))))
                .map(Place::toString)
                .toList();
        return Finding.that(wrong.isEmpty(), wrong.size() + " of " + attested.size() + " not so: " + wrong);
    }

    private static Finding comparedWithNobody(Tale tale, List<Place> leftOut) {
        List<Place> compared = leftOut.stream()
                .filter(place -> !PhotoView.of(
                                tale.staff.editor(), place.photo(tale).id())
                        .suggested(place.face(tale))
                        .isEmpty())
                .toList();
        return Finding.that(compared.isEmpty(), compared);
    }

    private static Finding confirm(Tale tale, List<Place> places) {
        return places.stream()
                .map(place -> Finding.accepted(tale.staff
                        .editor()
                        .post(face(tale, place) + "/sighting", Map.of("personId", tale.person(place.role())))))
                .reduce(Finding.that(!places.isEmpty(), "nobody to link"), Finding::and);
    }

    private static Finding dismissStatue(Tale tale) {
        Place statue = new Place(Shot.MUSEUM, Cast.STATUE);
        return Finding.accepted(
                tale.staff.editor().post(face(tale, statue) + "/dismissal", Map.of("reason", "NOT_A_PERSON")));
    }

    private static String face(Tale tale, Place place) {
        return "/api/photos/" + place.photo(tale).id() + "/faces/" + place.face(tale);
    }

    private static void review(Tale tale) {
        tale.staff
                .editor()
                .post("/api/photos/reviews", Map.of("photoIds", tale.shootIds()))
                .orFail();
        tale.stage.say("The editor looks once at all seven: everybody recognisable is marked.");
    }
}
