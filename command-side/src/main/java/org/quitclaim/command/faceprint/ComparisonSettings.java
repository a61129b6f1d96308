package org.quitclaim.command.faceprint;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often faces may be held against one person at a time, within 24 hours; beside the three times per face.
 *
 * @param mostWithOnePerson whoever asks: else one person could be sought through whole shoots
 * @param mostByOneAccount whomever it is about: else one face could be held against everybody, photo by photo
 */
@ConfigurationProperties("quitclaim.comparisons")
record ComparisonSettings(
        @DefaultValue("20") int mostWithOnePerson,
        @DefaultValue("60") int mostByOneAccount) {
    public ComparisonSettings {
        if (mostWithOnePerson < 1 || mostByOneAccount < 1) {
            throw new IllegalArgumentException("quitclaim.comparisons: each bound is at least 1");
        }
    }
}
