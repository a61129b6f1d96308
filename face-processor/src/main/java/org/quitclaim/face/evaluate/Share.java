package org.quitclaim.face.evaluate;

import java.util.Locale;

/**
 * So many of so many, and how sure that is.
 *
 * <p><b>Source</b>: the interval is Wilson's at 95 %, which holds for few cases and for none.
 */
record Share(int some, int all) {

    private static final double Z = 1.959964;

    Share with(boolean isOne) {
        return new Share(some + (isOne ? 1 : 0), all + 1);
    }

    double low() {
        return all == 0 ? 0 : Math.max(0, centre() - spread());
    }

    double high() {
        return all == 0 ? 1 : Math.min(1, centre() + spread());
    }

    private double centre() {
        return (share() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double spread() {
        return Z / (1 + Z * Z / all) * Math.sqrt(share() * (1 - share()) / all + Z * Z / (4.0 * all * all));
    }

    double share() {
        return all == 0 ? 0 : (double) some / all;
    }

    @Override
    public String toString() {
        return all == 0
                ? "unknown (0 of 0)"
                : String.format(
                        Locale.ROOT,
                        "%.1f %% (%d of %d; 95 %%: %.1f to %.1f %%)",
                        100 * share(),
                        some,
                        all,
                        100 * low(),
                        100 * high());
    }
}
