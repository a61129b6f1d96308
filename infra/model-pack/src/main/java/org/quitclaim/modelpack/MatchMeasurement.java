package org.quitclaim.modelpack;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Below which score so many photos of strangers got a name, as {@code evaluate} measured it with this pack.
 *
 * <p><b>Units</b>: rates are of photos on which nobody of the gallery is; a score is a Euclidean distance less 0.3 times
 * the distance of the next person, who counts as at most 0.65 away. Each limit is rounded down.
 *
 * <p><b>Source</b>: 448 photos of 300 public figures out of Labeled Faces in the Wild, with galleries drawn at random from
 * all of them; {@code docs/adr/0027-the-second-nearest-person.md}.
 */
final class MatchMeasurement {

    private static final String ON = "448 photos of 300 people of Labeled Faces in the Wild, galleries drawn at random";

    private static final double[] RATES = {0.001, 0.002, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05};

    private record Gallery(int people, double... limits) {}

    private static final Gallery[] GALLERIES = {
        new Gallery(1, 0.330, 0.350, 0.372, 0.391, 0.404, 0.414, 0.428, 0.446),
        new Gallery(2, 0.317, 0.335, 0.357, 0.373, 0.384, 0.392, 0.405, 0.422),
        new Gallery(5, 0.300, 0.314, 0.332, 0.351, 0.361, 0.368, 0.378, 0.392),
        new Gallery(10, 0.279, 0.303, 0.317, 0.336, 0.346, 0.354, 0.364, 0.378),
        new Gallery(20, 0.279, 0.295, 0.307, 0.322, 0.331, 0.341, 0.350, 0.362),
        new Gallery(50, 0.256, 0.266, 0.307, 0.314, 0.322, 0.326, 0.334, 0.348),
        new Gallery(100, 0.256, 0.266, 0.290, 0.307, 0.317, 0.321, 0.326, 0.335),
        new Gallery(200, 0.256, 0.266, 0.287, 0.298, 0.315, 0.320, 0.323, 0.331)
    };

    /** The people of the smallest gallery that was measured as it is: all who are enrolled in that set. */
    private static final int AUTOMATIC_FROM = 100;

    private MatchMeasurement() {}

    static void describe(ObjectNode node) {
        node.put("on", ON);
        node.put("automaticFrom", AUTOMATIC_FROM);
        ArrayNode galleries = node.putArray("galleries");
        for (Gallery gallery : GALLERIES) {
            ObjectNode one = galleries.addObject();
            one.put("people", gallery.people());
            ArrayNode limits = one.putArray("limits");
            for (int i = 0; i < RATES.length; i++) {
                limits.addArray().add(RATES[i]).add(gallery.limits()[i]);
            }
        }
    }
}
