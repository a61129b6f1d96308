package org.quitclaim.command.export;

import java.util.Optional;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.rights.Portrayals;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.id.RightsRequestId;
import org.quitclaim.domain.rights.Right;
import org.quitclaim.domain.rights.RightsState;

/** Whether a person waits for her data: only then has an officer a reason to see the numbers of her face. */
final class AccessCases {
    private final Streams streams;
    private final Portrayals portrayals;

    public AccessCases(Streams streams, Portrayals portrayals) {
        this.streams = streams;
        this.portrayals = portrayals;
    }

    /** A request for access or portability that is neither answered nor refused. */
    Optional<RightsRequestId> open(PersonId person) {
        return portrayals.requests(person).stream().filter(this::asksForData).findFirst();
    }

    private boolean asksForData(RightsRequestId id) {
        return streams.rights(id) instanceof RightsState.Open open
                && (open.request().right() == Right.ACCESS || open.request().right() == Right.PORTABILITY);
    }
}
