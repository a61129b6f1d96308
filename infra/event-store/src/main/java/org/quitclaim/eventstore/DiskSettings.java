package org.quitclaim.eventstore;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of the disk is kept for what cannot wait.
 *
 * @param reserve what is held back for withdrawals, objections, erasures and refusals ({@code quitclaim.disk.reserve})
 * @param low with less than this free, whatever makes the data grow and can wait is refused ({@code quitclaim.disk.low})
 */
@ConfigurationProperties("quitclaim.disk")
public record DiskSettings(
        @DefaultValue("64MB") DataSize reserve,
        @DefaultValue("256MB") DataSize low) {}
