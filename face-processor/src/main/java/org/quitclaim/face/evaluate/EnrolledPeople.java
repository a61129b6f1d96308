package org.quitclaim.face.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.face.gallery.FaceprintGallery;
import org.quitclaim.face.gallery.GalleryAnswer;
import org.quitclaim.face.gallery.MatchRule;
import org.quitclaim.face.gallery.MatchVerdict;

/**
 * The test people in memory, under random ids that stand for their labels.
 *
 * <p><b>Guarantees</b>: on one photo nobody is named twice, and a close match names nobody: a human would have to look.
 */
final class EnrolledPeople implements AutoCloseable {

    private final FaceprintGallery gallery;
    private final MatchRule rule;
    private final Map<PersonId, String> labels = new HashMap<>();
    private final Set<PersonId> enrolled = new HashSet<>();

    EnrolledPeople(int dimension, MatchRule rule) {
        this.gallery = new FaceprintGallery(dimension);
        this.rule = rule;
    }

    /** Somebody more, who is not looked for before the first face. */
    PersonId add(String label) {
        PersonId id = new PersonId(RandomIds.next(PersonId.PREFIX));
        labels.put(id, label);
        return id;
    }

    void enrol(PersonId person, SeenFace face) {
        gallery.add(person, face.vector());
        enrolled.add(person);
    }

    boolean isEnrolled(PersonId person) {
        return enrolled.contains(person);
    }

    /** The face that is nearest to the person's own, if it is near enough to be the same. */
    Optional<SeenFace> mostAlike(PersonId person, List<SeenFace> faces) {
        return faces.stream()
                .filter(face -> distance(person, face) < rule.limits().threshold())
                .min(Comparator.comparingDouble(face -> distance(person, face)));
    }

    private double distance(PersonId person, SeenFace face) {
        return switch (gallery.nearest(face.vector(), Set.of(person))) {
            case GalleryAnswer.Nobody() -> Double.POSITIVE_INFINITY;
            case GalleryAnswer.Nearest nearest -> nearest.distance();
        };
    }

    /** Who has at least one face here. */
    int count() {
        return enrolled.size();
    }

    List<JudgedFace> judge(List<SeenFace> faces, Meetings meetings) {
        List<MatchVerdict> verdicts = faces.stream()
                .map(face -> rule.judge(gallery.nearest(face.vector())))
                .toList();
        Set<Integer> nearest = nearestPerPerson(verdicts);
        List<JudgedFace> judged = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            judged.add(new JudgedFace(
                    faces.get(i).found(),
                    nearest.contains(i) ? name(verdicts.get(i)) : Optional.empty(),
                    meetings.nearest(faces.get(i))));
        }
        return judged;
    }

    /** A close match claims nobody: it would name nobody, and take the name from a clear face farther away. */
    static Set<Integer> nearestPerPerson(List<MatchVerdict> verdicts) {
        record Claim(int face, MatchVerdict.Match match) {}
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i) instanceof MatchVerdict.Match match && !match.isClose()) {
                claims.add(new Claim(i, match));
            }
        }
        claims.sort(Comparator.comparingDouble(claim -> claim.match().distance()));
        Set<PersonId> taken = new HashSet<>();
        Set<Integer> winners = new HashSet<>();
        for (Claim claim : claims) {
            if (taken.add(claim.match().person())) {
                winners.add(claim.face());
            }
        }
        return winners;
    }

    private Optional<JudgedFace.Named> name(MatchVerdict verdict) {
        return switch (verdict) {
            case MatchVerdict.NoMatch() -> Optional.empty();
            case MatchVerdict.Match match when match.isClose() -> Optional.empty();
            case MatchVerdict.Match match ->
                Optional.ofNullable(labels.get(match.person()))
                        .map(label -> new JudgedFace.Named(label, match.distance()));
        };
    }

    @Override
    public void close() {
        gallery.close();
    }
}
