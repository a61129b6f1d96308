package org.quitclaim.face.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quitclaim.face.embed.ProbeVector;

/**
 * Who is how far from whom in the test set: all that curves are made of.
 *
 * <p>Somebody of whom there is one photo only, on which nobody enrolled is, can still be one of those a face is compared
 * with: that makes larger galleries, and more strangers for small ones.
 *
 * <p><b>Guarantees</b>: copies of vectors, overwritten on {@link #close}; no more people and photos than fit into memory.
 */
final class Meetings implements AutoCloseable {

    private static final int MOST_PEOPLE = 2_000;
    private static final int MOST_PHOTOS = 5_000;

    private record Shown(String group, Optional<List<String>> truth, List<ProbeVector> faces) {}

    private final Map<String, List<ProbeVector>> people = new LinkedHashMap<>();
    private final List<Shown> photos = new ArrayList<>();
    private final Map<String, String> groups;

    Meetings(Map<String, String> groups) {
        this.groups = groups;
    }

    void enrolled(String label, SeenFace face) {
        if (people.containsKey(label) || people.size() < MOST_PEOPLE) {
            people.computeIfAbsent(label, _ -> new ArrayList<>()).add(copy(face));
        }
    }

    /** The largest face comes first. */
    void seen(String file, Optional<List<String>> truth, List<SeenFace> faces) {
        if (truth.isPresent() && photos.size() < MOST_PHOTOS) {
            photos.add(new Shown(
                    groups.getOrDefault(file, ""),
                    truth,
                    faces.stream().map(Meetings::copy).toList()));
        }
    }

    /** The two who are most like a face, the nearest first. */
    List<Likeness> nearest(SeenFace face) {
        return people.entrySet().stream()
                .map(person -> new Likeness(person.getKey(), distance(person.getValue(), face.vector())))
                .sorted(Comparator.comparingDouble(Likeness::distance))
                .limit(2)
                .toList();
    }

    List<Encounter> encounters() {
        List<List<ProbeVector>> everybody = new ArrayList<>(people.values());
        Map<String, Integer> numbers = new HashMap<>();
        people.keySet().forEach(label -> numbers.put(label, numbers.size()));
        int[] selves = new int[photos.size()];
        for (int i = 0; i < selves.length; i++) {
            selves[i] = takesPart(photos.get(i), everybody.size()) ? everybody.size() : -1;
            if (selves[i] >= 0) {
                everybody.add(photos.get(i).faces().subList(0, 1));
            }
        }
        List<Encounter> encounters = new ArrayList<>();
        for (int i = 0; i < selves.length; i++) {
            encounters.add(encounter(photos.get(i), selves[i], numbers, everybody));
        }
        return encounters;
    }

    private static boolean takesPart(Shown photo, int people) {
        return photo.truth().orElseThrow().isEmpty() && !photo.faces().isEmpty() && people < MOST_PEOPLE;
    }

    private static Encounter encounter(
            Shown photo, int self, Map<String, Integer> numbers, List<List<ProbeVector>> everybody) {
        List<Integer> mates = photo.truth().orElseThrow().stream()
                .filter(numbers::containsKey)
                .map(numbers::get)
                .toList();
        List<float[]> distances = new ArrayList<>();
        for (ProbeVector face : photo.faces()) {
            float[] row = new float[everybody.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) distance(everybody.get(i), face);
            }
            distances.add(row);
        }
        return new Encounter(photo.group(), mates, self, distances);
    }

    private static double distance(List<ProbeVector> person, ProbeVector face) {
        return person.stream()
                .mapToDouble(vector -> vector.distance(face))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static ProbeVector copy(SeenFace face) {
        return ProbeVector.copyOf(face.vector().view());
    }

    @Override
    public void close() {
        people.values().forEach(vectors -> vectors.forEach(ProbeVector::close));
        photos.forEach(photo -> photo.faces().forEach(ProbeVector::close));
    }
}
