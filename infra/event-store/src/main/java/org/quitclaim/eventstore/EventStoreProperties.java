package org.quitclaim.eventstore;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the events go.
 *
 * @param data the data folder ({@code quitclaim.data})
 * @param eventStore {@code quitclaim.event-store}; for Axon Server the address stands in {@code axon.axonserver.servers}
 */
@ConfigurationProperties("quitclaim")
public record EventStoreProperties(
        Path data, @DefaultValue("sqlite") Kind eventStore) {
    /** Which store. */
    public enum Kind {
        SQLITE,
        AXON_SERVER
    }
}
