package org.quitclaim.domain.governance;

/** What holds for the installation. */
public sealed interface GovernanceState {
    record Unfounded() implements GovernanceState {}

    /** Recognition is off until an approved DPIA is on record. Source: GDPR Art. 35. */
    record Founded(InstallationId id, boolean dpiaRecorded) implements GovernanceState {}

    GovernanceState NONE = new Unfounded();
}
