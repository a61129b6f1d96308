package org.quitclaim.standalone;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Over the Axon Server at AXONSERVER_ADDRESS, whose default context must hold no events yet. */
@EnabledIfEnvironmentVariable(
        named = "AXONSERVER_ADDRESS",
        matches = ".+",
        disabledReason = "AXONSERVER_ADDRESS names no Axon Server without events to run the story on")
class AxonServerTest extends AxonServerStory {
    @Override
    String address() {
        return System.getenv("AXONSERVER_ADDRESS");
    }
}
