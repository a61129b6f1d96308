package org.quitclaim.drawn;

/**
 * Somebody's place in a scene.
 *
 * <p><b>Units</b>: {@code x}, {@code y} pixels of the middle between the eyes; {@code scale} pixels per face unit
 * (a face is about 190 by 200 units).
 */
public record Figure(
        DrawnCharacter character,
        double x,
        double y,
        double scale,
        Pose pose,
        Expression expression,
        DrawnFace.Kind kind) {

    /** A person. */
    public static Figure person(
            DrawnCharacter character, double x, double y, double scale, Pose pose, Expression expression) {
        return new Figure(character, x, y, scale, pose, expression, DrawnFace.Kind.PERSON);
    }

    /** The face of a bust in grey stone. */
    public static Figure statue(DrawnCharacter model, double x, double y, double scale) {
        return new Figure(model, x, y, scale, new Pose(4, 0, 0), Expression.NEUTRAL, DrawnFace.Kind.STATUE);
    }
}
