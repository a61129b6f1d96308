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

    /** By lot, the ends of the range a little likelier than its middle: people should be told apart. */
    private double between(double low, double high) {
        double t = random.nextDouble(-1, 1);
        return low + (high - low) * (0.5 + 0.5 * Math.copySign(Math.pow(Math.abs(t), 0.7), t));
    }

    DrawnCharacter character(String label, Skin skin, Hair hair, Look look, Clothes clothes) {
        Head head = head();
        Eyes eyes = eyes(head, skin);
        Nose nose = nose();
        return new DrawnCharacter(
                label,
                seed,
                head,
                skin,
                eyes,
                brows(hair),
                nose,
                mouth(head, nose, skin, look.age()),
                hair,
                look,
                clothes);
    }

    private Head head() {
        return switch (build) {
            case WOMAN -> head(between(79, 101), between(116, 147), between(0.57, 0.84), between(17, 38), 44, 178);
            case MAN -> head(between(83, 109), between(124, 158), between(0.66, 0.95), between(24, 50), 55, 206);
            case CHILD -> head(between(86, 100), between(100, 114), between(0.62, 0.78), between(20, 30), 35, 131);
        };
    }

    private Head head(double half, double chinY, double jaw, double chin, double neck, double shoulders) {
        double crown = build == Build.CHILD ? between(138, 146) : between(125, 138);
        double stout = between(0.92, 1.08);
        return new Head(half, chinY, half * jaw, chin, crown, neck * stout, shoulders * stout);
    }

    private Eyes eyes(Head head, Skin skin) {
        double width = build == Build.CHILD ? between(20, 25) : between(18, 26.5);
        double height = switch (build) {
            case WOMAN -> between(8, 13.5);
            case MAN -> between(6.8, 12);
            case CHILD -> between(10.5, 13);
        };
        double lashes = build == Build.WOMAN ? between(0.4, 0.9) : between(0, 0.15);
        double slant = between(-3.5, 7);
        double spacing = head.halfWidth() * between(0.395, 0.52);
        Color iris = Palette.iris(skin, random.nextInt(Palette.IRISES.size()));
        return new Eyes(spacing, width, height, slant, between(0, 1), lashes, iris);
    }

    private Brows brows(Hair hair) {
        double thickness = switch (build) {
            case WOMAN -> between(4, 9.5);
            case MAN -> between(6.5, 14.5);
            case CHILD -> between(4, 6);
        };
        Color color = hair.style() == Hair.Style.HIJAB
                ? Palette.DARK_BROWN
                : Tone.darker(hair.color(), hair.color().getGreen() > 120 ? 0.38 : 0.22);
        return new Brows(thickness, between(build == Build.CHILD ? 25 : 21, 36), between(0, 12), color);
    }

    private Nose nose() {
        return switch (build) {
            case WOMAN -> new Nose(between(37, 64), between(14, 28), between(0.5, 1.4));
            case MAN -> new Nose(between(43, 72), between(17, 35), between(0.7, 1.8));
            case CHILD -> new Nose(between(31, 41), between(13, 19), between(0.3, 0.6));
        };
    }

    private Mouth mouth(Head head, Nose nose, Skin skin, double age) {
        double low = head.chinY() - (build == Build.CHILD ? 28 : 34);
        double y = Math.min(Math.max(nose.tipY() + between(26, 38), head.chinY() * between(0.6, 0.72)), low);
        double width = Math.min(build == Build.CHILD ? between(22, 29) : between(25, 45), head.jaw() * 0.56);
        boolean woman = build == Build.WOMAN;
        Color flush = Tone.mix(skin.base(), skin.blush(), 0.75);
        Color lip = Tone.mix(flush, new Color(0xa03540), woman ? between(0.2, 0.55) : 0.1);
        double thin = 1 - 0.45 * Math.max(0, age - 0.4);
        double upper = thin * (woman ? between(6, 12.5) : between(3.5, 10));
        double lower = thin * (woman ? between(10, 18) : between(7, 16));
        return new Mouth(y, width, upper, lower, lip);
    }
}
