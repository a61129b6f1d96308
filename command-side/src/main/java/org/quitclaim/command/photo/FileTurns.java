package org.quitclaim.command.photo;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.quitclaim.face.copies.PictureDigest.Digest;

/**
 * One upload of a file at a time, so that two at once are one photo.
 *
 * <p><b>Thread-safety:</b> safe.
 */
final class FileTurns {
    /** More than work at once, so that different files seldom wait for each other. */
    private static final int TURNS = 256;

    private final List<Lock> turns =
            Stream.<Lock>generate(ReentrantLock::new).limit(TURNS).toList();

    Lock of(Digest content) {
        return turns.get(Math.floorMod(content.first(), TURNS));
    }
}
