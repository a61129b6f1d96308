package org.quitclaim.query.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quitclaim.certificate.ErasureCertificate.Rule;
import org.quitclaim.certificate.ErasureCertificate.SecondPerson;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.governance.GovernanceDecisions;
import org.quitclaim.domain.governance.GovernanceEvent.InstallationFounded;
import org.quitclaim.domain.governance.GovernanceEvent.TwoPeopleDeclared;
import org.quitclaim.domain.governance.GovernanceState;
import org.quitclaim.domain.id.InstallationId;

class SecondPersonsTest {
    private static final InstallationId ID = new InstallationId("ins_aaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final Instant FIRST = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant THEN = FIRST.plusSeconds(3600);

    private GovernanceState state =
            GovernanceDecisions.evolve(GovernanceState.NONE, new InstallationFounded(ID, Instant.EPOCH));

    private SecondPerson after(boolean required, Instant at) {
        state = GovernanceDecisions.evolve(state, new TwoPeopleDeclared(ID, required, at));
        return SecondPersons.of(state);
    }

    @Test
    @Requirement("R65")
    void that_one_person_was_once_enough_is_never_left_out_again() {
        assertThat(SecondPersons.of(state)).isEqualTo(new SecondPerson(Rule.REQUIRED, null));
        assertThat(after(false, FIRST)).isEqualTo(new SecondPerson(Rule.NOT_REQUIRED, FIRST));
        assertThat(after(true, THEN)).isEqualTo(new SecondPerson(Rule.REQUIRED_AGAIN, THEN));
    }
}
