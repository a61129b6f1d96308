package org.quitclaim.transparency;

import java.io.IOException;
import java.util.OptionalLong;

/**
 * What is remembered of a log beside its tiles.
 *
 * <p><b>Shape:</b> a file each, with a number in decimal: {@code ended}, the size at which the server was stopped in order;
 * {@code parted}, the first index of which the log knows and the history does not.
 */
public final class LogMarks {
    private static final String ENDED = "ended";
    private static final String PARTED = "parted";

    private final LogFolder folder;

    public LogMarks(LogFolder folder) {
        this.folder = folder;
    }

    /** Nothing while a server works on it, and after one that died. */
    public OptionalLong ended() {
        return read(ENDED);
    }

    public void end(long size) throws IOException {
        folder.write(ENDED, Long.toString(size));
    }

    /** Before anything is recorded again. */
    public void resume() throws IOException {
        folder.remove(ENDED);
    }

    /** From here on the two go their own ways, and nothing is signed. */
    public OptionalLong parted() {
        return read(PARTED);
    }

    public void part(long index) throws IOException {
        folder.write(PARTED, Long.toString(index));
    }

    /** The history is again what the log says. */
    public void rejoin() throws IOException {
        folder.remove(PARTED);
    }

    private OptionalLong read(String name) {
        try {
            return folder.text(name).map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
