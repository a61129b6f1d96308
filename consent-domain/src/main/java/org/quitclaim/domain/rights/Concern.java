package org.quitclaim.domain.rights;

import org.quitclaim.domain.id.FaceId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.id.PublicationId;

/** What a request is about. */
public sealed interface Concern {
    /** Everything there is of the person. */
    record Everything() implements Concern {}

    /** One face that is held to be hers. */
    record Sighting(PhotoId photo, FaceId face) implements Concern {}

    /** What is written about her: name and contact, or who signs for her. */
    record Details() implements Concern {}

    /** One publication that shows her. */
    record Publication(PublicationId publication) implements Concern {}

    Concern EVERYTHING = new Everything();

    /** Whether a request for this right can be about it. */
    default boolean fits(Right right) {
        return switch (this) {
            case Everything e -> right != Right.OBJECTION;
            case Sighting s -> right == Right.RECTIFICATION;
            case Details d -> right == Right.RECTIFICATION;
            case Publication p -> right == Right.OBJECTION;
        };
    }
}
