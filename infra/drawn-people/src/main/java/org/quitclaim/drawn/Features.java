package org.quitclaim.drawn;

import java.awt.Color;
import java.util.random.RandomGenerator;

/** Draws the measures of a face by lot, within what looks natural for its build. */
final class Features {
    private final long seed;
    private final Build build;
    private final RandomGenerator random;

    Features(long seed, Build build) {
        this.seed = seed;
        this.build = build;
        this.random = CharacterGenerator.generator(seed);
    }

    private double between(double low, double high) {
        return random.nextDouble(low, high);
    }

    DrawnCharacter character(String label, Skin skin, Hair hair, Look look, Clothes clothes) {
        Head head = head();
        Eyes eyes = eyes(head, skin);
        Nose nose = nose();
        return new DrawnCharacter(
                label, seed, head, skin, eyes, brows(hair), nose, mouth(head, nose, skin), hair, look, clothes);
    }

    private Head head() {
        return switch (build) {
            case WOMAN -> {
                double w = between(82, 98);
                yield new Head(
                        w,
                        between(120, 142),
                        w * between(0.62, 0.8),
                        between(20, 34),
                        between(126, 138),
                        between(38, 46),
                        between(170, 186));
            }
            case MAN -> {
                double w = between(86, 104);
                yield new Head(
                        w,
                        between(128, 152),
                        w * between(0.72, 0.92),
                        between(28, 46),
                        between(124, 138),
                        between(48, 62),
                        between(196, 216));
            }
            case CHILD -> {
                double w = between(88, 98);
                yield new Head(
                        w,
                        between(104, 114),
                        w * between(0.66, 0.76),
                        between(22, 30),
                        between(138, 146),
                        between(32, 38),
                        between(126, 136));
            }
        };
    }

    private Eyes eyes(Head head, Skin skin) {
        double width = build == Build.CHILD ? between(21, 25) : between(17, 24);
        double height =
                build == Build.CHILD ? between(11, 13) : build == Build.WOMAN ? between(8, 12.5) : between(6.5, 10.5);
        double lashes = build == Build.WOMAN ? between(0.4, 0.9) : between(0, 0.15);
        return new Eyes(
                head.halfWidth() * between(0.41, 0.51),
                width,
                height,
                between(-2.5, 5.5),
                between(0, 1),
                lashes,
                Palette.iris(skin, random.nextInt(Palette.IRISES.size())));
    }

    private Brows brows(Hair hair) {
        double thickness = switch (build) {
            case WOMAN -> between(4.5, 8);
            case MAN -> between(7, 13);
            case CHILD -> between(4, 6);
        };
        Color color = hair.style() == Hair.Style.HIJAB ? Palette.DARK_BROWN : Tone.darker(hair.color(), 0.22);
        return new Brows(thickness, between(23, 33), between(1, 10), color);
    }

    private Nose nose() {
        return switch (build) {
            case WOMAN -> new Nose(between(40, 60), between(15, 25), between(0.6, 1.2));
            case MAN -> new Nose(between(46, 68), between(18, 32), between(0.8, 1.6));
            case CHILD -> new Nose(between(33, 40), between(14, 18), between(0.3, 0.5));
        };
    }

    private Mouth mouth(Head head, Nose nose, Skin skin) {
        double low = head.chinY() - (build == Build.CHILD ? 30 : 38);
        double y = Math.min(Math.max(nose.tipY() + between(28, 36), head.chinY() * between(0.62, 0.7)), low);
        double width = build == Build.CHILD ? between(24, 29) : between(28, 42);
        boolean woman = build == Build.WOMAN;
        Color lip = Tone.mix(
                Tone.mix(skin.base(), skin.blush(), 0.75), new Color(0xa03540), woman ? between(0.2, 0.55) : 0.1);
        return new Mouth(
                y, width, woman ? between(7, 12) : between(4, 9), woman ? between(11, 17) : between(8, 14), lip);
    }
}
