package org.quitclaim.domain.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.quitclaim.domain.AnyRecord;
import org.quitclaim.domain.DomainEvent;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.access.AccountChange;
import org.quitclaim.domain.access.AccountEvent.AccountGranted;
import org.quitclaim.domain.access.AccountEvent.AccountLapsed;
import org.quitclaim.domain.access.StaffRole;
import org.quitclaim.domain.access.TokenEvent.TokenLapsed;
import org.quitclaim.domain.catalogue.EventCatalogue;
import org.quitclaim.domain.governance.GovernanceEvent.TwoOfficersReached;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.TokenId;

@Requirement("R64")
class NosTest {
    static Stream<Class<? extends DomainEvent>> events() {
        return EventCatalogue.all().stream();
    }

    /** A new family has no case in the switch over all of them until somebody decided. */
    @ParameterizedTest
    @MethodSource("events")
    void somebodyDecidedOfEveryEventWhetherItSaysNo(Class<? extends DomainEvent> event) {
        assertThat(List.of(Nos.Said.values()))
                .contains(Nos.in(AnyRecord.of(event).sample()));
    }

    @Test
    void otherRolesAnotherPasswordAndARequestTakenBackAreNos() {
        AccountId account = Sample.account("narrowed");
        for (AccountChange change : AccountChange.values()) {
            assertThat(Nos.in(new AccountGranted(
                            account, change, Set.of(StaffRole.EDITOR), List.of(), account, Sample.NOW)))
                    .isEqualTo(change == AccountChange.ACCOUNT ? Nos.Said.NOTHING : Nos.Said.NO);
        }
        assertThat(Nos.in(new AccountLapsed(account, Sample.NOW))).isEqualTo(Nos.Said.NO);
        assertThat(Nos.in(new TokenLapsed(new TokenId(Sample.id(TokenId.PREFIX, "cms")), Sample.NOW)))
                .isEqualTo(Nos.Said.NO);
    }

    @Test
    void that_there_were_two_officers_is_a_no_to_the_administrator_alone() {
        assertThat(Nos.in(new TwoOfficersReached(Sample.installation(), Sample.NOW)))
                .isEqualTo(Nos.Said.NO);
    }
}
