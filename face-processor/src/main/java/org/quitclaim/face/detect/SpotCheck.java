package org.quitclaim.face.detect;

import java.lang.foreign.Arena;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows the detector sixteen proposed spots at once, each in a field of its own and as large as it sees faces best, and
 * takes its boxes, which are exact.
 *
 * <p>Measured on mosaics of real faces (command in {@code docs/design/seeing.md}): of the proposals that are faces it keeps
 * 99 of 100, of the others one in eight.
 */
final class SpotCheck {

    /** What the detector says about a spot counts from here; below what it needs to find a face by itself. */
    private static final double CONFIRMED = 0.25;

    /** A proposal with this score stays although the detector sees nothing there. */
    private static final double SURE_ALONE = 0.7;

    /** Five looks more at what is upright would leave five times as many boxes on nobody. */
    private static final double CONFIRMED_TURNED = 0.3;

    private static final double NEVER = 2;

    private final SquareDetector detector;
    private final double confirmed;
    private final double sureAlone;

    private SpotCheck(SquareDetector detector, double confirmed, double sureAlone) {
        this.detector = detector;
        this.confirmed = confirmed;
        this.sureAlone = sureAlone;
    }

    static SpotCheck upright(SquareDetector detector) {
        return new SpotCheck(detector, CONFIRMED, SURE_ALONE);
    }

    /** On a view that is turned: what only looks like a head is seen as none there, and nothing is sure by itself. */
    static SpotCheck turned(SquareDetector detector) {
        return new SpotCheck(detector, CONFIRMED_TURNED, NEVER);
    }

    /** Those of them that are faces, in the boxes of this detector, whatever views they are on. */
    List<OnView> confirmed(List<OnView> proposals, Runnable breath) {
        List<OnView> seen = new ArrayList<>();
        int fields = detector.size() / Spot.FIELD;
        int atOnce = fields * fields;
        for (int from = 0; from < proposals.size(); from += atOnce) {
            breath.run();
            seen.addAll(batch(proposals.subList(from, Math.min(from + atOnce, proposals.size())), fields));
        }
        return seen;
    }

    private List<OnView> batch(List<OnView> proposals, int fields) {
        try (Arena arena = Arena.ofConfined()) {
            FloatBuffer input = detector.blackInput(arena);
            List<Spot> spots = new ArrayList<>();
            for (int i = 0; i < proposals.size(); i++) {
                Spot spot = new Spot(proposals.get(i).box(), i % fields * Spot.FIELD, i / fields * Spot.FIELD);
                detector.show(proposals.get(i).view(), spot.window(), input, spot.x(), spot.y(), Spot.FIELD);
                spots.add(spot);
            }
            List<Corners> seen = detector.run(arena, input, confirmed).stream()
                    .map(box -> box.on(0, 0, detector.size()))
                    .toList();
            List<OnView> faces = new ArrayList<>();
            for (int i = 0; i < spots.size(); i++) {
                View view = proposals.get(i).view();
                spots.get(i).judged(seen, sureAlone).ifPresent(face -> faces.add(new OnView(view, face)));
            }
            return faces;
        }
    }
}
