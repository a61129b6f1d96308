package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.answer;
import static org.quitclaim.domain.consent.Consents.offer;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.recognition;
import static org.quitclaim.domain.consent.Consents.visitor;
import static org.quitclaim.domain.consent.Consents.yes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentState.Known;

/** Who counts as having said no to being shown. */
class SaidNoTest {
    private static final ConsentCommand OFFER =
            offer("q", publication(Channel.WEBSITE), publication(Channel.PRESS), recognition());
    private static final WithdrawConsent WEBSITE =
            new WithdrawConsent(ANNA, false, Set.of(Channel.WEBSITE), WithdrawnBy.PERSON);

    @Test
    void whoWasNeverAskedOrSaidYesSaidNoNo() {
        assertThat(saidNo()).isFalse();
        assertThat(saidNo(OFFER)).isFalse();
        assertThat(saidNo(OFFER, yes("q", 1, 3))).isFalse();
    }

    @Test
    void aRefusalIsANo() {
        assertThat(saidNo(OFFER, answer("q", 1, false, true, true))).isTrue();
    }

    @Test
    void aWithdrawalInPartIsANoThoughTheRestStands() {
        assertThat(saidNo(OFFER, answer("q", 1, true, true, true), WEBSITE)).isTrue();
        assertThat(saidNo(
                        OFFER,
                        answer("q", 1, true, true, true),
                        new WithdrawConsent(ANNA, true, Set.of(), WithdrawnBy.PERSON)))
                .isFalse();
    }

    @Test
    void aLaterYesThatReachesAsFarEndsIt() {
        ConsentCommand again = offer("r", publication(Channel.WEBSITE));
        ConsentCommand other = offer("r", publication(Channel.PRESS));
        assertThat(saidNo(OFFER, answer("q", 1, true, true, true), WEBSITE, again, answer("r", 0, true)))
                .isFalse();
        assertThat(saidNo(OFFER, answer("q", 1, true, true, true), WEBSITE, other, answer("r", 0, true)))
                .isTrue();
    }

    @Test
    void whoIsRestrictedIsTreatedAsOneWhoSaidNo() {
        assertThat(saidNo(OFFER, answer("q", 1, true, true, true), new ConsentCommand.RestrictProcessing(ANNA)))
                .isTrue();
    }

    private static boolean saidNo(ConsentCommand... story) {
        var person = visitor();
        ConsentState state = person.state();
        List<ConsentEvent> history = new ArrayList<>();
        for (ConsentCommand command : story) {
            if (!(ConsentDecisions.decide(state, command, Sample.NOW)
                    instanceof Decision.Accepted<ConsentEvent>(List<ConsentEvent> events))) {
                throw new AssertionError(command);
            }
            for (ConsentEvent event : events) {
                history.add(event);
                state = ConsentDecisions.evolve(state, event);
            }
        }
        return SaidNo.by((Known) state, history.stream());
    }
}
