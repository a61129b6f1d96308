package org.quitclaim.drawn;

/**
 * Everything that makes one drawn person look like that person, whatever the pose, expression, light or clothes.
 *
 * <p><b>Guarantees</b>: a value; two equal characters are drawn with the same pixels in the same scene. It portrays nobody.
 *
 * <p><b>Units</b>: lengths are face units, about 270 from crown to chin; the eyes lie at y = 0, y grows downwards.
 *
 * @param label stable name for files and truth, for instance {@code nurse} or {@code c0007}
 * @param seed decides hair strands, freckles and other small irregularities
 */
public record DrawnCharacter(
        String label,
        long seed,
        Head head,
        Skin skin,
        Eyes eyes,
        Brows brows,
        Nose nose,
        Mouth mouth,
        Hair hair,
        Look look,
        Clothes clothes) {}
