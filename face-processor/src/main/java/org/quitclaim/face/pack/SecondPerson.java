package org.quitclaim.face.pack;

/**
 * How much it counts that the next person is far away.
 *
 * <p><b>Units</b>: a score is a distance; the lower, the more alike.
 *
 * @param weight 0..1, the fraction of the next person's distance that is taken off
 * @param atMost a next person farther than this, or none at all, counts as this far
 */
public record SecondPerson(double weight, double atMost) {

    /** Only the distance itself counts. */
    public static final SecondPerson IGNORED = new SecondPerson(0, 0);

    /** @param next how far the next person is; infinite when there is none */
    public double score(double distance, double next) {
        return distance - weight * Math.min(next, atMost);
    }
}
