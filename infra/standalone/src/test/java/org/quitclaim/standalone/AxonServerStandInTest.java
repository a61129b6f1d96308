package org.quitclaim.standalone;

import org.junit.jupiter.api.AfterEach;
import org.quitclaim.eventstore.axonserver.AxonServerStandIn;

/** Over a stand-in on every build: our side of the wire, not the vendor's server. */
class AxonServerStandInTest extends AxonServerStory {
    private final AxonServerStandIn standIn = AxonServerStandIn.start();

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Override
    String address() {
        return standIn.address();
    }
}
