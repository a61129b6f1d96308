package org.quitclaim.drawn;

import java.util.List;

/**
 * What a face pack must make of the drawn people; a test with the real pack holds them to it.
 *
 * <p>They are drawn symmetrically, so that the mean of a face and its mirror image brings them nearer to each other than it
 * brings real people.
 *
 * <p><b>Units</b>: detector scores 0..1; distances are Euclidean between the 128-d descriptors of the face-api pack.
 */
public final class Expectations {
    /** The least score with which a drawn face is found. */
    public static final double FOUND = 0.6;
    /** The least distance between two members of the cast. */
    public static final double CAST_APART = 0.49;
    /** The greatest distance between two photos of one member of the cast. */
    public static final double SAME_PERSON = 0.3;
    /** How much nearer a member of the cast is to the own reference than to anybody else's, at least. */
    public static final double MARGIN = 0.15;

    /** The least distance between the bystander and a member of the cast. */
    public static final double BYSTANDER_APART = 0.52;
    /** The least distance between the statue and a member of the cast. */
    public static final double STATUE_APART = 0.5;

    private Expectations() {}

    /** The reference photo of a member of the cast, and others that must be recognised by it. */
    public record SamePerson(Cast role, DrawnPhoto reference, List<DrawnPhoto> others) {}

    /** Portraits of one member of the cast in different size, tilt, turn, light and expression. */
    public static SamePerson portraitsOf(Cast role) {
        List<DrawnPhoto> portraits = Scenes.portraits(role.character()).stream()
                .map(ScenePainter::draw)
                .toList();
        return new SamePerson(role, portraits.getFirst(), portraits.subList(1, portraits.size()));
    }

    /** Every composed photo of the demo: groups, the statue, the crowd. */
    public static List<DrawnPhoto> composed() {
        return Scenes.composed().stream().map(ScenePainter::draw).toList();
    }
}
