package org.quitclaim.drawn;

/** The truth about one face on a drawn photo. */
public record DrawnFace(DrawnCharacter character, FaceBox box, Kind kind) {

    /** Whether the face is a person's or only looks like one. */
    public enum Kind {
        PERSON,
        STATUE
    }
}
