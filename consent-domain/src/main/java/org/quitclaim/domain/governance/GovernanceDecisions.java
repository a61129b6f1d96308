package org.quitclaim.domain.governance;

import java.time.Instant;
import java.time.ZoneOffset;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.governance.GovernanceCommand.FoundInstallation;
import org.quitclaim.domain.governance.GovernanceCommand.RecordDpia;
import org.quitclaim.domain.governance.GovernanceCommand.RevokeDpia;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaRecorded;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaRevoked;
import org.quitclaim.domain.governance.GovernanceEvent.InstallationFounded;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.governance.GovernanceState.Unfounded;

/** Decides for the installation. */
public final class GovernanceDecisions {
    private GovernanceDecisions() {}

    public static Decision<GovernanceEvent> decide(GovernanceState state, GovernanceCommand command, Instant at) {
        return switch (state) {
            case Unfounded u ->
                command instanceof FoundInstallation found
                        ? Decision.accept(new InstallationFounded(found.installation(), at))
                        : Decision.reject(GovernanceRejection.NOT_FOUNDED);
            case Founded founded -> decideFounded(founded, command, at);
        };
    }

    private static Decision<GovernanceEvent> decideFounded(Founded state, GovernanceCommand command, Instant at) {
        return switch (command) {
            case FoundInstallation c -> Decision.reject(GovernanceRejection.ALREADY_FOUNDED);
            case RecordDpia c ->
                c.approvedOn().atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(at)
                        ? Decision.reject(GovernanceRejection.DPIA_IN_THE_FUTURE)
                        : Decision.accept(new DpiaRecorded(state.id(), c.reference(), c.approvedOn(), at));
            case RevokeDpia c ->
                state.dpiaRecorded()
                        ? Decision.accept(new DpiaRevoked(state.id(), at))
                        : Decision.reject(GovernanceRejection.NO_DPIA);
        };
    }

    public static GovernanceState evolve(GovernanceState state, GovernanceEvent event) {
        return switch (event) {
            case InstallationFounded e -> new Founded(e.installation(), false);
            case DpiaRecorded e -> new Founded(e.installation(), true);
            case DpiaRevoked e -> new Founded(e.installation(), false);
        };
    }
}
