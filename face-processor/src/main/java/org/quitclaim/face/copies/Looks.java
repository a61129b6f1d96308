package org.quitclaim.face.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.quitclaim.face.image.UprightImage;

/**
 * What a picture looks like as a whole, with a little of its sides cut off, and in a mirror.
 *
 * <p><b>Guarantees</b>: of two pictures of which one is the other saved anew, resized, recoloured, with a caption under it
 * or a few percent cut off, one looks as a whole like some part of the other. Shown by {@code LooksTest}, with how often
 * other pictures do.
 *
 * @param parts the whole first; empty for what is too small or shows too little to be known again
 */
public record Looks(List<Likeness> parts) {
    /** In how many of 256 bits they may differ; real photos of other people differ in 60 and more. */
    public static final int MOST_DIFFERENT_BITS = 52;

    /** Below it there are no details to go by. */
    public static final int LEAST_SIDE_PIXELS = 64;

    /** Of 255 steps of brightness between neighbouring cells of a raster. */
    private static final float LEAST_DETAIL = 1.5f;

    private static final int DETAIL_RASTER = 32;

    public static final Looks NONE = new Looks(List.of());

    /** Shares of width and height cut off, by side. */
    private record Cut(double left, double top, double right, double bottom) {}

    private static final List<Cut> CUTS = List.of(
            new Cut(0.03, 0.03, 0.03, 0.03),
            new Cut(0.06, 0.06, 0.06, 0.06),
            new Cut(0, 0, 0, 0.06),
            new Cut(0, 0.06, 0, 0),
            new Cut(0.06, 0, 0, 0),
            new Cut(0, 0, 0.06, 0),
            // a caption under it
            new Cut(0, 0, 0, 0.12));

    /** How many parts there are at most. */
    static final int MOST_PARTS = CUTS.size() + 2;

    public Looks {
        parts = List.copyOf(parts);
        if (parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException("more parts than a picture is looked at in");
        }
    }

    public static Looks of(UprightImage image) {
        if (Math.min(image.width(), image.height()) < LEAST_SIDE_PIXELS) {
            return NONE;
        }
        Grey whole = Grey.of(image);
        if (whole.detail(DETAIL_RASTER) < LEAST_DETAIL) {
            return NONE;
        }
        List<Likeness> parts = new ArrayList<>();
        parts.add(Likeness.of(whole));
        CUTS.forEach(cut -> parts.add(Likeness.of(whole.trimmed(cut.left(), cut.top(), cut.right(), cut.bottom()))));
        parts.add(Likeness.of(whole.mirrored()));
        return new Looks(parts);
    }

    /** In how many bits the whole of the one and a part of the other differ at least; {@link Likeness#BITS} if nothing is known. */
    public int distance(Looks other) {
        if (parts.isEmpty() || other.parts.isEmpty()) {
            return Likeness.BITS;
        }
        return Math.min(least(parts.getFirst(), other.parts), least(other.parts.getFirst(), parts));
    }

    public boolean isLike(Looks other) {
        return distance(other) <= MOST_DIFFERENT_BITS;
    }

    private static int least(Likeness whole, List<Likeness> parts) {
        int least = Likeness.BITS;
        for (Likeness part : parts) {
            least = Math.min(least, whole.distance(part));
        }
        return least;
    }

    Stream<Likeness> stream() {
        return parts.stream();
    }
}
