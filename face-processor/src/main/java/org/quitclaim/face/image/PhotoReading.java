package org.quitclaim.face.image;

/** What became of bytes that were offered as a photo. */
public sealed interface PhotoReading {

    record Readable(UprightImage image) implements PhotoReading {}

    record Refused(PhotoRefusal reason) implements PhotoReading {}
}
