package org.quitclaim.face.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quitclaim.face.gallery.MatchRule;

/**
 * Draws galleries of growing size out of the test people, and lets every photo meet each of them.
 *
 * <p><b>Guarantees</b>: the same test set gives the same curves; at most two thirds of the people are drawn, so that there are
 * strangers left.
 */
final class Curves {

    static final String EVERYBODY = "everybody";

    private static final List<Integer> SIZES = List.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000);

    /** So many people are drawn for each size, in as many galleries as that makes. */
    private static final int PEOPLE_DRAWN = 400;

    private static final int FEWEST_DRAWS = 10;
    private static final long SEED = 20_261_129;

    private final List<Encounter> encounters;
    private final MatchRule rule;
    private final int people;

    Curves(List<Encounter> encounters, MatchRule rule) {
        this.encounters = encounters;
        this.rule = rule;
        this.people = encounters.stream()
                .flatMap(encounter -> encounter.distances().stream())
                .mapToInt(row -> row.length)
                .max()
                .orElse(0);
    }

    /** By size, everybody first and then each group. */
    List<Curve> all() {
        List<Curve> curves = new ArrayList<>();
        for (int size : SIZES) {
            if (3 * size <= 2 * people) {
                curves.addAll(of(size));
            }
        }
        return curves.stream().filter(curve -> !curve.isEmpty()).toList();
    }

    private List<Curve> of(int size) {
        int draws = Math.max(FEWEST_DRAWS, PEOPLE_DRAWN / size);
        Random random = new Random(SEED);
        List<Integer> order = new ArrayList<>(IntStream.range(0, people).boxed().toList());
        List<Met> met = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            Collections.shuffle(order, random);
            Gallery gallery = new Gallery(order.subList(0, size), people, rule);
            for (int photo = 0; photo < encounters.size(); photo++) {
                met.addAll(gallery.meet(photo, encounters.get(photo)));
            }
        }
        return Stream.concat(
                        Stream.of(EVERYBODY),
                        new TreeSet<>(encounters.stream().map(Encounter::group).toList())
                                .stream().filter(group -> !group.isEmpty()))
                .map(group -> curve(size, group, draws, met))
                .toList();
    }

    private Curve curve(int size, String group, int draws, List<Met> all) {
        List<Met> met = all.stream()
                .filter(one -> group.equals(EVERYBODY)
                        || encounters.get(one.photo()).group().equals(group))
                .toList();
        return new Curve(
                size, group, draws, scores(met, true), scores(met, false), photos(met, true), photos(met, false));
    }

    private static double[] scores(List<Met> met, boolean isEnrolled) {
        return met.stream()
                .filter(one -> one.isEnrolled() == isEnrolled)
                .mapToDouble(Met::score)
                .toArray();
    }

    private static int photos(List<Met> met, boolean isEnrolled) {
        return (int) met.stream()
                .filter(one -> one.isEnrolled() == isEnrolled)
                .map(Met::photo)
                .distinct()
                .count();
    }
}
