package org.quitclaim.command.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.governance.GovernanceDecisions;
import org.quitclaim.domain.governance.GovernanceEvent.HistoryDoubted;
import org.quitclaim.domain.governance.GovernanceEvent.InstallationFounded;
import org.quitclaim.domain.governance.GovernanceEvent.TwoOfficersReached;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.id.InstallationId;

/** Until when an administrator is the only one who could make officers. */
@Requirement("R72")
class AgreementTest {
    private static final InstallationId HERE = new InstallationId("ins_here7777777777777777777777");
    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    private final GovernanceState young =
            GovernanceDecisions.evolve(GovernanceState.NONE, new InstallationFounded(HERE, NOW));
    private final GovernanceState noted = GovernanceDecisions.evolve(young, new TwoOfficersReached(HERE, NOW));
    private final GovernanceState restored = GovernanceDecisions.evolve(
            noted,
            new HistoryDoubted(
                    HERE, new Doubt.NosMissing(Doubt.NosMissing.Cause.ABSENT, NOW.plusSeconds(1)), NOW.plusSeconds(1)));

    @Test
    void two_officers_end_the_founding_before_anybody_noted_that_they_are_two() {
        assertThat(Agreement.founding(1, young)).isTrue();
        assertThat(Agreement.founding(2, young)).isFalse();
    }

    @Test
    void a_restore_that_forgot_them_founds_anew_only_while_there_are_not_two() {
        assertThat(Agreement.founding(0, noted)).as("there were two once").isFalse();
        assertThat(Agreement.founding(1, restored)).isTrue();
        assertThat(Agreement.founding(2, restored)).isFalse();
    }
}
