package org.quitclaim.command;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import org.quitclaim.domain.photo.CoverStyle;
import org.quitclaim.domain.photo.Patience;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the command side.
 *
 * @param zone the installation's time zone, in which dates are meant where nobody says otherwise
 * @param bothParents whether one of two parents is not enough to sign for a minor
 * @param tick how often the clock and the lists are looked at
 * @param takedownPatience after which a takedown nobody acknowledged is escalated
 * @param checkEvery how often the history and the lists of work are read from end to end while the server runs
 * @param evidenceRetention for how long proof of a consent is kept after it ended; then the identity goes with it
 * @param threads per model session
 * @param coverStyle what covered faces are replaced by where nobody says otherwise of a version
 * @param settleDays for how many days what is live waits for a human to settle a mark that a later look left
 * @param smallestFace the shorter side of the smallest face that is looked for, in pixels of the photo
 */
@ConfigurationProperties("quitclaim.command")
public record CommandSideSettings(
        @DefaultValue("Europe/Amsterdam") ZoneId zone,
        @DefaultValue("true") boolean bothParents,
        @DefaultValue("2s") Duration tick,
        @DefaultValue("24h") Duration takedownPatience,
        @DefaultValue("24h") Duration checkEvery,
        @DefaultValue("5y") Period evidenceRetention,
        @DefaultValue("1") int threads,
        @DefaultValue("block") CoverStyle coverStyle,
        @DefaultValue("14") int settleDays,
        @DefaultValue("24") int smallestFace) {
    /** Below it nobody can be told from anybody else, and a photo would be looked at enlarged again and again. */
    private static final int SMALLEST = 12;

    private static final int LARGEST = 200;

    public CommandSideSettings {
        if (settleDays < Patience.SHORTEST || settleDays > Patience.LONGEST) {
            throw new IllegalArgumentException("quitclaim.command.settle-days is between " + Patience.SHORTEST + " and "
                    + Patience.LONGEST + " days");
        }
        if (smallestFace < SMALLEST || smallestFace > LARGEST) {
            throw new IllegalArgumentException(
                    "quitclaim.command.smallest-face is between " + SMALLEST + " and " + LARGEST + " pixels");
        }
    }

    public Patience patience() {
        return new Patience(settleDays);
    }
}
