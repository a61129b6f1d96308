package org.quitclaim.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.id.OrganisationId;
import org.quitclaim.domain.organisation.OrganisationCommand.AskForAddress;
import org.quitclaim.domain.organisation.OrganisationCommand.ConfirmAddress;
import org.quitclaim.domain.organisation.OrganisationCommand.DescribeOrganisation;
import org.quitclaim.domain.organisation.OrganisationCommand.IntroduceOrganisation;
import org.quitclaim.domain.organisation.OrganisationEvent.OrganisationDescribed;
import org.quitclaim.domain.organisation.OrganisationEvent.OrganisationIntroduced;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.RecordId;

class OrganisationDecisionsTest {
    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final OrganisationId ID = OrganisationId.of("ins_aaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final RecordId FIRST = new RecordId("rec_aaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final RecordId LATER = new RecordId("rec_bbbbbbbbbbbbbbbbbbbbbbbbbb");

    private static final RecordId THIRD = new RecordId("rec_cccccccccccccccccccccccccc");
    private static final AccountId BOSS = new AccountId("acc_aaaaaaaaaaaaaaaaaaaaaaaaaa");
    private static final AccountId OTHER = new AccountId("acc_bbbbbbbbbbbbbbbbbbbbbbbbbb");
    private static final Voucher ADMIN = new Voucher(BOSS, BOSS, true);
    private static final Voucher ON_THE_WORD_OF_ADMIN = new Voucher(OTHER, BOSS, false);
    private static final Voucher OFFICER = new Voucher(OTHER, OTHER, false);

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
        assertThat(OrganisationDecisions.decide(known, new DescribeOrganisation(ID, LATER, FIRST), NOW))
                .isEqualTo(Decision.accept(described));
        assertThat(OrganisationDecisions.evolve(known, described))
                .isEqualTo(new OrganisationState.Described(ID, LATER, Optional.empty()));
        assertThat(OrganisationDecisions.decide(
                        OrganisationState.NONE, new DescribeOrganisation(ID, LATER, FIRST), NOW))
                .isEqualTo(Decision.reject(OrganisationRejection.NOT_INTRODUCED));
    }

    /** Else the address that it was compared with could be another one by now. */
    @Test
    void a_description_made_beside_another_one_is_refused() {
        assertThat(OrganisationDecisions.decide(known, new DescribeOrganisation(ID, LATER, LATER), NOW))
                .isEqualTo(Decision.reject(OrganisationRejection.CHANGED_MEANWHILE));
    }

    @Test
    void another_address_waits_for_a_second_person_on_another_word() {
        OrganisationState asked = OrganisationDecisions.evolve(
                known, accepted(OrganisationDecisions.decide(known, new AskForAddress(ID, LATER, ADMIN), NOW)));
        assertThat(((OrganisationState.Described) asked).details()).isEqualTo(FIRST);

        assertThat(confirmed(asked, ADMIN, true, NOW))
                .isEqualTo(Decision.reject(OrganisationRejection.ADDRESS_SAME_PERSON));
        assertThat(confirmed(asked, ON_THE_WORD_OF_ADMIN, true, NOW))
                .isEqualTo(Decision.reject(OrganisationRejection.ADDRESS_SAME_WORD));
        assertThat(confirmed(asked, OFFICER, true, NOW.plus(Duration.ofHours(24))))
                .isEqualTo(Decision.reject(OrganisationRejection.ADDRESS_NOT_ASKED));
        assertThat(confirmed(known, OFFICER, true, NOW))
                .isEqualTo(Decision.reject(OrganisationRejection.ADDRESS_NOT_ASKED));

        assertThat(confirmed(asked, ADMIN, false, NOW)).as("one is enough here").isInstanceOf(Decision.Accepted.class);
        OrganisationState after = OrganisationDecisions.evolve(asked, accepted(confirmed(asked, OFFICER, true, NOW)));
        assertThat(after).isEqualTo(new OrganisationState.Described(ID, LATER, Optional.empty()));
    }

    @Test
    void what_is_said_anew_ends_what_was_asked() {
        OrganisationState asked = OrganisationDecisions.evolve(
                known, accepted(OrganisationDecisions.decide(known, new AskForAddress(ID, LATER, ADMIN), NOW)));
        OrganisationState anew = OrganisationDecisions.evolve(
                asked, accepted(OrganisationDecisions.decide(asked, new DescribeOrganisation(ID, THIRD, FIRST), NOW)));
        assertThat(confirmed(anew, OFFICER, true, NOW))
                .isEqualTo(Decision.reject(OrganisationRejection.ADDRESS_NOT_ASKED));
    }

    private static Decision<OrganisationEvent> confirmed(
            OrganisationState state, Voucher by, boolean twoPeople, Instant at) {
        return OrganisationDecisions.decide(state, new ConfirmAddress(ID, LATER, by, twoPeople), at);
    }

    private static OrganisationEvent accepted(Decision<OrganisationEvent> decision) {
        return ((Decision.Accepted<OrganisationEvent>) decision).events().getFirst();
    }
}
