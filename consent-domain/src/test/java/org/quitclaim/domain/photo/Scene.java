package org.quitclaim.domain.photo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.id.PersonId;

/**
 * Who really is on a photo, side by side, and a detector of faces that are known.
 *
 * <p>Some it finds at once, some only where it looks closely, as at a cover, and some only once it has been improved.
 */
final class Scene {
    static final int STRANGER = 4;
    /** Less of a face tells nobody who it is. */
    private static final double ENOUGH = 0.4;

    private static final int GRID = 10;
    private static final List<PersonId> PEOPLE = List.of(
            Sample.person("ann"),
            Sample.person("bob"),
            Sample.person("dee"),
            Sample.person("eva"),
            Sample.person("stranger"));

    private enum Seen {
        AT_ONCE,
        CLOSELY,
        IMPROVED
    }

    private final List<Seen> seen;
    private final Random random;

    Scene(Random random) {
        this.random = random;
        seen = IntStream.range(0, PEOPLE.size())
                .mapToObj(who -> Seen.values()[Math.max(0, random.nextInt(5) - 2)])
                .toList();
    }

    static IntStream everybody() {
        return IntStream.range(0, PEOPLE.size());
    }

    static boolean allows(PersonId person) {
        return PEOPLE.indexOf(person) < 2;
    }

    static boolean allows(int who) {
        return who < 2;
    }

    /** Whether it is somebody who is on the photo at all. */
    static boolean isKnown(PersonId person) {
        return PEOPLE.contains(person);
    }

    static PersonId person(int who) {
        return PEOPLE.get(who);
    }

    static Box face(int who) {
        return new Box(0.04 + who * 0.19, 0.3, 0.14, 0.2);
    }

    /** Whom a mark is about: whoever fills most of it, or nobody. */
    static int at(Box mark) {
        return everybody()
                .filter(who -> face(who).overlap(mark) > 0)
                .boxed()
                .max(Comparator.comparingDouble(who -> face(who).overlap(mark)))
                .orElse(-1);
    }

    static boolean isAt(Box mark, PersonId person) {
        int who = at(mark);
        return who >= 0 && person(who).equals(person);
    }

    private static boolean holds(Box box, double x, double y) {
        return x >= box.x() && x <= box.x() + box.width() && y >= box.y() && y <= box.y() + box.height();
    }

    /** Whoever waits for the look to end knows of them. */
    boolean isFoundAtOnce(int who) {
        return seen.get(who) == Seen.AT_ONCE;
    }

    /** Where faces are found on the whole photo. */
    List<Box> found(boolean improved) {
        return everybody()
                .filter(who -> improved || seen.get(who) == Seen.AT_ONCE)
                .mapToObj(who -> around(face(who), 0.08))
                .toList();
    }

    /** Whom a close look finds at these covers. */
    List<Integer> found(List<Box> filled, List<Box> covers, boolean improved) {
        return everybody()
                .filter(who -> improved || seen.get(who) != Seen.IMPROVED)
                .filter(who -> shows(filled, who) && covers.stream().anyMatch(face(who)::isAtPlaceOf))
                .boxed()
                .toList();
    }

    /** Whether somebody can be told on a picture with these places filled. */
    static boolean shows(List<Box> filled, int who) {
        return share(face(who), filled.stream().map(Box::withMargin).toList()) < 1 - ENOUGH;
    }

    /** Whether whoever drew this meant that face. */
    static boolean isMarked(Box mark, int who) {
        return share(face(who), List.of(mark)) > 1 - ENOUGH;
    }

    private static double share(Box face, List<Box> filled) {
        int hidden = 0;
        for (int i = 0; i < GRID * GRID; i++) {
            double x = face.x() + face.width() * (i % GRID + 0.5) / GRID;
            double y = face.y() + face.height() * ((double) (i / GRID) + 0.5) / GRID;
            hidden += filled.stream().anyMatch(box -> holds(box, x, y)) ? 1 : 0;
        }
        return (double) hidden / (GRID * GRID);
    }

    Box around(Box box, double far) {
        double width = box.width() * (1 + far * (2 * random.nextDouble() - 1));
        double height = box.height() * (1 + far * (2 * random.nextDouble() - 1));
        double x = box.x() + far * box.width() * (2 * random.nextDouble() - 1);
        double y = box.y() + far * box.height() * (2 * random.nextDouble() - 1);
        return new Box(Math.clamp(x, 0, 1 - width), Math.clamp(y, 0, 1 - height), width, height);
    }

    /** A mark of somebody, however carelessly drawn. */
    Box drawn(int who) {
        List<Double> careless = new ArrayList<>(List.of(0.1, 0.3, 0.8));
        return around(face(who), careless.get(random.nextInt(careless.size())));
    }
}
