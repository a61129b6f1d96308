package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a kill at some moment would have left: the page cache survives it, so the bytes of the files as they were.
 *
 * @param number of the first of the moments
 * @param moments which those are; more than one where a step had not changed anything yet, or nothing any more
 * @param files where the bytes of each file are kept, by its path below the slot
 * @param ledger what had been acknowledged by the last of the moments
 */
record Frozen(int number, List<String> moments, Map<Path, Path> files, Ledger ledger) {

    /** The same bytes were there later, when more had been acknowledged. */
    Frozen until(Frozen later) {
        return new Frozen(
                number, Stream.concat(moments.stream(), later.moments.stream()).toList(), files, later.ledger);
    }

    /** Lays it where it was, in place of what is there now. */
    void layInto(Path slot) throws IOException {
        Folder.delete(slot);
        Files.createDirectories(slot);
        for (Map.Entry<Path, Path> file : files.entrySet()) {
            Path target = slot.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.copy(file.getValue(), target);
        }
    }

    @Override
    public String toString() {
        return String.join(", ", moments);
    }
}
