package org.quitclaim.face.evaluate;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts what came out against what is true.
 *
 * <p><b>Units</b>: a <em>hit</em> is an enrolled person on a photo who was named there; a <em>miss</em> one who was not;
 * <em>wrong</em> is a name given to a face on a photo that this person is not on; <em>unmatched</em> is a face without a
 * name; <em>n</em> counts the faces found. Photos without truth count for unmatched and n only.
 */
final class Tally {

    private int hits;
    private int misses;
    private int wrong;
    private int named;
    private int faces;
    private int photosWithTruth;

    void count(JudgedPhoto photo, Optional<List<String>> truth) {
        List<String> names = photo.faces().stream()
                .flatMap(face -> face.named().stream())
                .map(JudgedFace.Named::label)
                .toList();
        faces += photo.faces().size();
        named += names.size();
        truth.ifPresent(labels -> compare(names, labels));
    }

    private void compare(List<String> names, List<String> labels) {
        photosWithTruth++;
        List<String> open = new ArrayList<>(labels);
        for (String name : names) {
            if (open.remove(name)) {
                hits++;
            } else {
                wrong++;
            }
        }
        misses += open.size();
    }

    void print(PrintStream out) {
        out.printf("n: %d faces, matched: %d, unmatched: %d%n", faces, named, faces - named);
        if (photosWithTruth > 0) {
            out.printf(
                    "hits: %d, misses: %d, wrong: %d (on %d photos with truth)%n",
                    hits, misses, wrong, photosWithTruth);
        } else {
            out.println("hits: unknown, misses: unknown, wrong: unknown (no truth.json)");
        }
    }
}
