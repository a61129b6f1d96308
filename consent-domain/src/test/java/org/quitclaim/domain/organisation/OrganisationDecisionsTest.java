package org.quitclaim.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.organisation.OrganisationCommand.DescribeOrganisation;
import org.quitclaim.domain.organisation.OrganisationCommand.IntroduceOrganisation;
import org.quitclaim.domain.organisation.OrganisationEvent.OrganisationDescribed;
import org.quitclaim.domain.organisation.OrganisationEvent.OrganisationIntroduced;
import org.quitclaim.domain.vault.RecordId;

class OrganisationDecisionsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final OrganisationId ID = OrganisationId.of("ins_aaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final RecordId FIRST = new RecordId("rec_aaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final RecordId LATER = new RecordId("rec_bbbbbbbbbbbbbbbbbbbbbbbbbb");

    private final OrganisationState known =
            OrganisationDecisions.evolve(OrganisationState.NONE, new OrganisationIntroduced(ID, FIRST, NOW));

    @Test
    void it_is_introduced_once() {
        assertThat(OrganisationDecisions.decide(OrganisationState.NONE, new IntroduceOrganisation(ID, FIRST), NOW))
                .isEqualTo(Decision.accept(new OrganisationIntroduced(ID, FIRST, NOW)));
        assertThat(OrganisationDecisions.decide(known, new IntroduceOrganisation(ID, LATER), NOW))
                .isEqualTo(Decision.reject(OrganisationRejection.ALREADY_INTRODUCED));
    }

    @Test
    void the_latest_description_counts() {
        OrganisationDescribed described = new OrganisationDescribed(ID, LATER, NOW);
        assertThat(OrganisationDecisions.decide(known, new DescribeOrganisation(ID, LATER), NOW))
                .isEqualTo(Decision.accept(described));
        assertThat(OrganisationDecisions.evolve(known, described))
                .isEqualTo(new OrganisationState.Described(ID, LATER));
        assertThat(OrganisationDecisions.decide(OrganisationState.NONE, new DescribeOrganisation(ID, LATER), NOW))
                .isEqualTo(Decision.reject(OrganisationRejection.NOT_INTRODUCED));
    }
}
