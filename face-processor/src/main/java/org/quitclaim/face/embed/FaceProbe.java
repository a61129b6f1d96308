package org.quitclaim.face.embed;

import org.quitclaim.domain.id.FaceId;

/** The vector of one face; closing it overwrites the vector. */
public record FaceProbe(FaceId face, ProbeVector vector) implements AutoCloseable {

    @Override
    public void close() {
        vector.close();
    }
}
