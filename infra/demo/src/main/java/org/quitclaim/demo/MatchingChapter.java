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
        Photo photo(StorySoFar story) {
            return story.photo(shot);
        }

        String face(StorySoFar story) {
            return photo(story).faceIdOf(role);
        }
    }

    @Override
    public String title() {
        return "Who is who: suggested by the computer, decided by people";
    }

    @Override
    public void play(StorySoFar story) {
        Darkroom.switchRecognitionOn(story, "shoot");
        List<Place> places = places();
        List<Place> attested = places.stream()
                .filter(place -> !LEFT_OUT.contains(place.role()))
                .toList();
        List<Place> leftOut =
                places.stream().filter(place -> LEFT_OUT.contains(place.role())).toList();
        attest(story, leftOut);
        story.stage.check(Check.D23, () -> suggestedRight(story, attested));
        story.stage.check(Check.D24, () -> comparedWithNobody(story, leftOut));
        story.stage.check(Check.D25, () -> confirm(story, attested));
        story.stage.check(
                Check.D26,
                () -> confirm(
                        story,
                        leftOut.stream()
                                .filter(place -> place.role() == Cast.ALDERMAN)
                                .toList()));
        story.stage.check(Check.D27, () -> dismissStatue(story));
        review(story);
        story.stage.check(
                Check.D28,
                () -> Finding.same(
                        "GREEN",
                        PhotoView.of(
                                        story.staff.editor(),
                                        story.photo(Shot.MUSEUM).id())
                                .colour("WEBSITE")));
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Shot shot : Shot.values()) {
            shot.cast().forEach(role -> places.add(new Place(shot, role)));
        }
        return places;
    }

    private static void attest(StorySoFar story, List<Place> leftOut) {
        List<String> faces = leftOut.stream().map(place -> place.face(story)).toList();
        Matching.attest(story, Map.of("collectionId", story.recall("shoot")), faces)
                .orFail();
        story.stage.say(
                "The photographer vouches: everybody here signed for recognition, except three who are left out");
        story.stage.say("on purpose: the alderman who refused, a passer-by, and a face of stone.");
    }

    private static Finding suggestedRight(StorySoFar story, List<Place> attested) {
        List<String> wrong = attested.stream()
                .filter(place -> !PhotoView.of(
                                story.staff.editor(), place.photo(story).id())
                        .suggested(place.face(story))
                        .equals(List.of(story.person(place.role()))))
                .map(Place::toString)
                .toList();
        return Finding.that(wrong.isEmpty(), wrong.size() + " of " + attested.size() + " not so: " + wrong);
    }

    private static Finding comparedWithNobody(StorySoFar story, List<Place> leftOut) {
        List<Place> compared = leftOut.stream()
                .filter(place -> !PhotoView.of(
                                story.staff.editor(), place.photo(story).id())
                        .suggested(place.face(story))
                        .isEmpty())
                .toList();
        return Finding.that(compared.isEmpty(), compared);
    }

    private static Finding confirm(StorySoFar story, List<Place> places) {
        return places.stream()
                .map(place -> Finding.accepted(story.staff
                        .editor()
                        .post(face(story, place) + "/sighting", Map.of("personId", story.person(place.role())))))
                .reduce(Finding.that(!places.isEmpty(), "nobody to link"), Finding::and);
    }

    private static Finding dismissStatue(StorySoFar story) {
        Place statue = new Place(Shot.MUSEUM, Cast.STATUE);
        return Finding.accepted(
                story.staff.editor().post(face(story, statue) + "/dismissal", Map.of("reason", "NOT_A_PERSON")));
    }

    private static String face(StorySoFar story, Place place) {
        return "/api/photos/" + place.photo(story).id() + "/faces/" + place.face(story);
    }

    private static void review(StorySoFar story) {
        story.staff
                .editor()
                .post("/api/photos/reviews", Map.of("photoIds", story.shootIds()))
                .orFail();
        story.stage.say("The editor looks once at all seven: everybody recognisable is marked.");
    }
}
