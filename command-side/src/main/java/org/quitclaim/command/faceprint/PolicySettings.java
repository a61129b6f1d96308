package org.quitclaim.command.faceprint;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a shoot's policy may confirm by itself.
 *
 * @param leastGallery so many people are compared with a face at least, beside what the model pack says: for fewer nobody
 *     measured how often a stranger is taken for one of them
 * @param unseenIsEnough whether what it confirmed counts for a release before a human looked
 */
@ConfigurationProperties("quitclaim.policy")
record PolicySettings(
        @DefaultValue("1") int leastGallery,
        @DefaultValue("false") boolean unseenIsEnough) {
    public PolicySettings {
        if (leastGallery < 1) {
            throw new IllegalArgumentException("quitclaim.policy.least-gallery is at least 1");
        }
    }
}
