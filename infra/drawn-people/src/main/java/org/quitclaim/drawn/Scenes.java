package org.quitclaim.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Composes scenes: portraits, groups, the statue, the crowd.
 *
 * <p><b>Guarantees</b>: faces do not cover each other; every face lies within the picture.
 */
public final class Scenes {
    private static final Light SOFT = Light.WINDOW;

    private Scenes() {}

    /** The portrait a person registers with: frontal, friendly, evenly lit; 640 × 760. */
    public static Scene enrolment(DrawnCharacter who) {
        return portrait(who, 640, 760, 1.3, Pose.FRONTAL, Expression.SMILE, SOFT, Backdrop.STUDIO);
    }

    /** Six portraits of one person in different size, tilt, turn, light and expression; the first is for enrolment. */
    public static List<Scene> portraits(DrawnCharacter who) {
        return List.of(
                enrolment(who),
                portrait(
                        who,
                        480,
                        600,
                        1.0,
                        new Pose(8, 0, 3),
                        Expression.NEUTRAL,
                        new Light(0.5, 0.4, 1.0),
                        Backdrop.LIBRARY),
                portrait(
                        who,
                        900,
                        1100,
                        1.95,
                        new Pose(-7, 2, -4),
                        Expression.TEETH,
                        new Light(-0.5, 0.2, 1.03),
                        Backdrop.PARK),
                portrait(
                        who,
                        360,
                        420,
                        0.7,
                        new Pose(3, -3, 6),
                        Expression.SMILE,
                        new Light(0.3, -0.5, 0.92),
                        Backdrop.TOWN_HALL),
                portrait(
                        who,
                        800,
                        800,
                        1.2,
                        new Pose(-4, 3, 0),
                        Expression.SERIOUS,
                        new Light(-0.6, -0.2, 0.88),
                        Backdrop.MUSEUM),
                portrait(
                        who,
                        720,
                        960,
                        1.6,
                        new Pose(6, 1, -5),
                        Expression.LAUGH,
                        new Light(0.2, 0.5, 1.06),
                        Backdrop.STUDIO));
    }

    private static Scene portrait(
            DrawnCharacter who,
            int width,
            int height,
            double scale,
            Pose pose,
            Expression face,
            Light light,
            Backdrop place) {
        Figure figure = Figure.person(who, width * 0.5, height * 0.44, scale, pose, face);
        return new Scene(width, height, place, light, List.of(figure), who.seed() + width);
    }

    /**
     * People side by side, the outer ones a little turned to the middle.
     *
     * @throws IllegalArgumentException for nobody or more than six
     */
    public static Scene group(
            int width, int height, Backdrop place, Light light, long seed, List<DrawnCharacter> people) {
        if (people.isEmpty() || people.size() > 6) {
            throw new IllegalArgumentException("a group has one to six people");
        }
        return new Scene(width, height, place, light, row(width, height, seed, people), seed);
    }

    private static List<Figure> row(int width, int height, long seed, List<DrawnCharacter> people) {
        Random random = new Random(seed);
        int n = people.size();
        double step = width / (n + 0.55);
        double scale = Math.min(step / 280, height / 620.0);
        double eyes = 0.24 * height + 107 * scale;
        List<Figure> back = new ArrayList<>();
        List<Figure> front = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            DrawnCharacter who = people.get(i);
            boolean child = who.head().shoulders() < 150;
            double off = n == 1 ? 0 : (i - (n - 1) / 2.0) / ((n - 1) / 2.0);
            double size = scale * (child ? 0.9 : i % 2 == 0 ? 1 : 0.94);
            double x = width / 2.0 + (i - (n - 1) / 2.0) * step + random.nextGaussian() * step * 0.02;
            double y =
                    eyes + height * (child ? 0.17 : i % 2 == 0 ? 0.03 : -0.03) + random.nextGaussian() * height * 0.012;
            Pose pose = new Pose(-off * 7 + random.nextGaussian() * 1.5, 0, -off * 2.5 + random.nextGaussian() * 2);
            Expression face = FACES[random.nextInt(FACES.length)];
            (i % 2 == 0 || child ? front : back).add(Figure.person(who, x, y, size, pose, face));
        }
        back.addAll(front);
        return back;
    }

    private static final Expression[] FACES = {Expression.SMILE, Expression.TEETH, Expression.NEUTRAL, Expression.SMILE
    };

    /** Five faces on 1920 × 1280, for measuring detection and recognition. */
    public static Scene benchmark(long seed, List<DrawnCharacter> five) {
        return group(1920, 1280, Backdrop.TOWN_HALL, SOFT, seed, five);
    }

    /** A visitor beside a stone bust: two faces, one person. */
    public static Scene statue(DrawnCharacter visitor) {
        return new Scene(
                1500,
                1000,
                Backdrop.MUSEUM,
                new Light(-0.5, 0.15, 1.0),
                List.of(
                        Figure.statue(Cast.STATUE.character(), 980, 400, 1.3),
                        Figure.person(visitor, 500, 440, 1.5, new Pose(8, 0, 3), Expression.SMILE)),
                77);
    }

    /** Members of the cast in the park, and behind them somebody who signed nothing. */
    public static Scene crowd(List<DrawnCharacter> people, DrawnCharacter bystander) {
        Scene group = group(1800, 1100, Backdrop.PARK, new Light(0.4, 0.5, 1.03), 41, people);
        List<Figure> all = new ArrayList<>();
        double step = 1800 / (people.size() + 0.55);
        double x = 900 + (people.size() % 2 == 0 ? 0 : step / 2);
        all.add(Figure.person(bystander, x, 190, 0.62, new Pose(-4, 0, 0), Expression.NEUTRAL));
        all.addAll(group.figures());
        return new Scene(1800, 1100, Backdrop.PARK, group.light(), all, 41);
    }

    /** The composed photos of the demo. */
    public static List<Scene> composed() {
        return List.of(
                group(1600, 1067, Backdrop.WARD, SOFT, 11, of(Cast.NURSE, Cast.PATIENT)),
                group(
                        1600,
                        1067,
                        Backdrop.LIBRARY,
                        new Light(-0.35, 0.3, 1.1),
                        12,
                        of(Cast.TEACHER, Cast.PUPIL, Cast.MOTHER)),
                group(
                        1800,
                        1100,
                        Backdrop.TOWN_HALL,
                        new Light(-0.4, 0.3, 1.02),
                        13,
                        of(Cast.EDITOR, Cast.ALDERMAN, Cast.RESEARCHER, Cast.PHOTOGRAPHER)),
                benchmark(14, of(Cast.MODEL, Cast.VOLUNTEER, Cast.GRANDMOTHER, Cast.TEACHER, Cast.NURSE)),
                group(
                        1920,
                        1100,
                        Backdrop.PARK,
                        new Light(0.4, 0.5, 1.03),
                        15,
                        of(Cast.EDITOR, Cast.MODEL, Cast.MOTHER, Cast.ALDERMAN, Cast.VOLUNTEER, Cast.PHOTOGRAPHER)),
                statue(Cast.RESEARCHER.character()),
                crowd(of(Cast.VOLUNTEER, Cast.PHOTOGRAPHER, Cast.GRANDMOTHER, Cast.MODEL), Cast.BYSTANDER.character()));
    }

    private static List<DrawnCharacter> of(Cast... roles) {
        return java.util.Arrays.stream(roles).map(Cast::character).toList();
    }
}
