package org.quitclaim.domain.governance;

import java.time.Instant;
import org.quitclaim.domain.vault.AccountId;

/** What holds for the installation. */
public sealed interface GovernanceState {
    record Unfounded() implements GovernanceState {}

    /** Recognition is off until an approved DPIA is on record. Source: GDPR Art. 35. */
    record Founded(InstallationId id, boolean dpiaRecorded, Rotation rotation) implements GovernanceState {
        public Founded(InstallationId id, boolean dpiaRecorded) {
            this(id, dpiaRecorded, Rotation.NONE);
        }
    }

    /** Whether somebody asks for a rotation by hand. */
    sealed interface Rotation {
        record NotRequested() implements Rotation {}

        record Requested(AccountId by, Instant until) implements Rotation {}

        Rotation NONE = new NotRequested();
    }

    GovernanceState NONE = new Unfounded();
}
