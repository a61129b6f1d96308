package org.quitclaim.drawn;

import static org.quitclaim.drawn.Build.CHILD;
import static org.quitclaim.drawn.Build.MAN;
import static org.quitclaim.drawn.Build.WOMAN;
import static org.quitclaim.drawn.Look.Beard;
import static org.quitclaim.drawn.Look.Glasses;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * The people of the demo, named by their roles.
 *
 * <p><b>Guarantees</b>: with the face-api pack every face is found and any two of the {@link #members()} lie further apart
 * than {@link Expectations#CAST_APART}; the seeds were chosen for that.
 */
public enum Cast {
    EDITOR(
            60,
            WOMAN,
            Palette.FAIR,
            style(Hair.Style.LONG_WAVY, Palette.CHESTNUT, 84, 14, 0.3),
            look(0.28),
            wear(Clothes.Kind.BLAZER, 0x2f4f74)),
    PHOTOGRAPHER(
            35,
            MAN,
            Palette.OLIVE,
            style(Hair.Style.SWEPT_BACK, Palette.DARK_BROWN, 84, 15, 0),
            look(0.35, Beard.FULL, Glasses.NONE),
            wear(Clothes.Kind.HOODIE, 0x3c4a44)),
    NURSE(
            167,
            WOMAN,
            Palette.DEEP,
            style(Hair.Style.BUN, Palette.BLACK_HAIR, 82, 8, 0),
            look(0.3),
            wear(Clothes.Kind.SCRUBS, 0x2f7f86)),
    PATIENT(
            46,
            MAN,
            Palette.PORCELAIN,
            style(Hair.Style.RECEDED, Palette.GREY, 96, 8, 0),
            look(0.7, Beard.STUBBLE, Glasses.NONE),
            gown()),
    PUPIL(
            8,
            CHILD,
            Palette.TAN,
            style(Hair.Style.TOUSLED, Palette.DARK_BROWN, 78, 14, 0.2),
            look(0),
            wear(Clothes.Kind.HOODIE, 0xc9862f)),
    MOTHER(71, WOMAN, Palette.OLIVE, hijab(0x8c4a5e), look(0.35), wear(Clothes.Kind.ROLL_NECK, 0x5c3a4a)),
    RESEARCHER(
            11,
            WOMAN,
            Palette.TAN,
            style(Hair.Style.FRINGE_BOB, Palette.BLACK_HAIR, 80, 12, 0),
            look(0.3, Beard.NONE, Glasses.ROUND),
            wear(Clothes.Kind.SHIRT, 0xa9bccb)),
    ALDERMAN(
            52,
            MAN,
            Palette.BROWN,
            style(Hair.Style.CROPPED, Palette.GREY, 84, 3, 0),
            look(0.62, Beard.MOUSTACHE, Glasses.NONE),
            wear(Clothes.Kind.SUIT_AND_TIE, 0x2b3348)),
    VOLUNTEER(
            34,
            WOMAN,
            Palette.PORCELAIN,
            style(Hair.Style.CURLS, Palette.AUBURN, 84, 24, 0),
            freckled(0.2),
            wear(Clothes.Kind.TEE, 0x3f6b57)),
    GRANDMOTHER(
            76,
            WOMAN,
            Palette.FAIR,
            style(Hair.Style.BUN, Palette.WHITE_HAIR, 84, 11, 0),
            look(0.88, Beard.NONE, Glasses.RIMLESS),
            wear(Clothes.Kind.ROLL_NECK, 0x75628c)),
    TEACHER(
            65,
            MAN,
            Palette.DEEP,
            style(Hair.Style.CURLS, Palette.BLACK_HAIR, 88, 16, 0),
            look(0.4, Beard.FULL, Glasses.SQUARE),
            wear(Clothes.Kind.SHIRT, 0xd8cfbd)),
    MODEL(
            44,
            MAN,
            Palette.FAIR,
            style(Hair.Style.SIDE_PARTED, Palette.BLOND, 82, 15, -0.8),
            look(0.15),
            wear(Clothes.Kind.TEE, 0x94503f)),

    /** Passes by and has signed nothing. */
    BYSTANDER(
            2,
            MAN,
            Palette.OLIVE,
            style(Hair.Style.RECEDED, Palette.WHITE_HAIR, 92, 10, 0),
            look(0.8, Beard.FULL, Glasses.SQUARE),
            wear(Clothes.Kind.HOODIE, 0x6b7a4a)),
    /** The features of the bust in the museum; nobody. */
    STATUE(
            24,
            WOMAN,
            Palette.FAIR,
            style(Hair.Style.BUN, Palette.GREY, 84, 10, 0),
            look(0.5),
            wear(Clothes.Kind.TEE, 0xa5a39d));

    private final DrawnCharacter character;

    Cast(long seed, Build build, Skin skin, Hair hair, Look look, Clothes clothes) {
        character = new Features(seed, build).character(label(name()), skin, hair, look, clothes);
    }

    private static String label(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** How this role looks. */
    public DrawnCharacter character() {
        return character;
    }

    /** Everybody who takes part: all but the bystander and the statue. */
    public static List<Cast> members() {
        return Arrays.stream(values())
                .filter(role -> role != BYSTANDER && role != STATUE)
                .toList();
    }

    private static Hair style(Hair.Style style, Color color, double hairline, double volume, double parting) {
        return new Hair(style, color, hairline, volume, parting);
    }

    private static Hair hijab(int color) {
        return new Hair(Hair.Style.HIJAB, new Color(color), 70, 12, 0);
    }

    private static Look look(double age) {
        return look(age, Beard.NONE, Glasses.NONE);
    }

    private static Look look(double age, Beard beard, Glasses glasses) {
        return new Look(age, beard, glasses, false, false);
    }

    private static Look freckled(double age) {
        return new Look(age, Beard.NONE, Glasses.NONE, true, true);
    }

    private static Clothes wear(Clothes.Kind kind, int color) {
        return new Clothes(kind, new Color(color), Palette.IVORY);
    }

    private static Clothes gown() {
        return new Clothes(Clothes.Kind.GOWN, new Color(0xc9dbe2), new Color(0x5f86a6));
    }
}
