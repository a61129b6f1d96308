package org.quitclaim.standalone;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.quitclaim.domain.governance.GovernanceDecisions;
import org.quitclaim.domain.governance.GovernanceEvent;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.governance.GovernanceState.Unfounded;
import org.quitclaim.domain.history.Doubts;

/** Which doubts are open or settled, from the installation's events as they are read from the file. */
final class RecordedDoubts implements BiConsumer<String, Object> {
    private final Optional<String> installation;
    private GovernanceState state = new Unfounded();

    RecordedDoubts(Optional<String> installation) {
        this.installation = installation;
    }

    @Override
    public void accept(String stream, Object event) {
        if (event instanceof GovernanceEvent governance && installation.equals(Optional.of(stream))) {
            state = GovernanceDecisions.evolve(state, governance);
        }
    }

    Doubts doubts() {
        return state instanceof Founded founded ? founded.doubts() : Doubts.NONE;
    }
}
