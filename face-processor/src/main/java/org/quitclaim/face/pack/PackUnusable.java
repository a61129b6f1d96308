package org.quitclaim.face.pack;

import java.io.IOException;

/** A model pack is missing, incomplete or altered; the message says which file and what to do. */
public final class PackUnusable extends IOException {

    private static final long serialVersionUID = 1L;

    PackUnusable(String message) {
        super(message);
    }
}
