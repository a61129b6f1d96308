package org.quitclaim.drawn;

import java.awt.Color;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Invents any number of characters.
 *
 * <p><b>Guarantees</b>: the same seed gives an equal character, on every machine.
 *
 * <p><b>Thread-safety</b>: stateless.
 */
public final class CharacterGenerator {
    private static final List<Hair.Style> WOMEN = List.of(
            Hair.Style.LONG_STRAIGHT,
            Hair.Style.LONG_WAVY,
            Hair.Style.BUN,
            Hair.Style.FRINGE_BOB,
            Hair.Style.CURLS,
            Hair.Style.HIJAB);
    private static final List<Hair.Style> MEN = List.of(
            Hair.Style.SIDE_PARTED,
            Hair.Style.SWEPT_BACK,
            Hair.Style.CROPPED,
            Hair.Style.RECEDED,
            Hair.Style.TOUSLED,
            Hair.Style.CURLS);

    private CharacterGenerator() {}

    /** The character of a seed, labelled {@code c<seed>}. */
    public static DrawnCharacter character(long seed) {
        RandomGenerator random = generator(seed * 31 + 7);
        double kind = random.nextDouble();
        Build build = kind < 0.1 ? Build.CHILD : kind < 0.55 ? Build.WOMAN : Build.MAN;
        int tone = random.nextInt(Palette.SKINS.size());
        double age = build == Build.CHILD ? 0 : random.nextDouble(0.15, 0.95);
        Color hair = hairColor(random, tone, age);
        return new Features(seed, build)
                .character(
                        "c" + seed,
                        Palette.SKINS.get(tone),
                        hair(random, build, hair),
                        look(random, build, age),
                        clothes(random, build));
    }

    static RandomGenerator generator(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static Color hairColor(RandomGenerator random, int tone, double age) {
        if (age > 0.72) {
            return random.nextBoolean() ? Palette.GREY : Palette.WHITE_HAIR;
        }
        int darkest = tone >= 4 ? 2 : 5;
        return Palette.HAIRS.get(random.nextInt(darkest));
    }

    private static Hair hair(RandomGenerator random, Build build, Color color) {
        Hair.Style style = switch (build) {
            case WOMAN -> WOMEN.get(random.nextInt(WOMEN.size()));
            case MAN -> MEN.get(random.nextInt(MEN.size()));
            case CHILD -> random.nextBoolean() ? Hair.Style.TOUSLED : Hair.Style.FRINGE_BOB;
        };
        Color shown = style == Hair.Style.HIJAB ? Palette.CLOTHS.get(random.nextInt(Palette.CLOTHS.size())) : color;
        double volume = style == Hair.Style.CURLS ? random.nextDouble(14, 30) : random.nextDouble(8, 18);
        return new Hair(
                style,
                shown,
                random.nextDouble(74, 96),
                style == Hair.Style.CROPPED ? 3 : volume,
                random.nextDouble(-1, 1));
    }

    private static Look look(RandomGenerator random, Build build, double age) {
        Look.Beard beard = build == Build.MAN && random.nextDouble() < 0.6
                ? Look.Beard.values()[1 + random.nextInt(3)]
                : Look.Beard.NONE;
        Look.Glasses glasses =
                random.nextDouble() < 0.3 ? Look.Glasses.values()[1 + random.nextInt(3)] : Look.Glasses.NONE;
        return new Look(age, beard, glasses, random.nextDouble() < 0.12, build == Build.WOMAN && random.nextBoolean());
    }

    private static Clothes clothes(RandomGenerator random, Build build) {
        Clothes.Kind kind = build == Build.CHILD
                ? (random.nextBoolean() ? Clothes.Kind.HOODIE : Clothes.Kind.TEE)
                : Clothes.Kind.values()[random.nextInt(Clothes.Kind.values().length)];
        return new Clothes(kind, Palette.CLOTHS.get(random.nextInt(Palette.CLOTHS.size())), Palette.IVORY);
    }
}
