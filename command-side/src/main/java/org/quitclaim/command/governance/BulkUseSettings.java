package org.quitclaim.command.governance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From when on officers are told that one account looks at many people.
 *
 * @param comparisons on one day
 * @param names of different people, on one day
 * @param every how often it is looked at
 */
@ConfigurationProperties("quitclaim.bulk-use")
record BulkUseSettings(
        @DefaultValue("20") int comparisons,
        @DefaultValue("300") int names,
        @DefaultValue("1m") Duration every) {
    public BulkUseSettings {
        if (comparisons < 0 || names < 0) {
            throw new IllegalArgumentException("quitclaim.bulk-use: a bound is at least 0");
        }
    }
}
