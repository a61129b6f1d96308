package org.quitclaim.command.faceprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.face.permit.EmbeddingPermit;
import org.quitclaim.face.permit.PermitDecision;
import org.quitclaim.face.permit.PermitRefusal;

class PermitsTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void somebodyElsesWithdrawalMeanwhileRefusesNobody() {
        int times = Permits.whileFactsChange(() -> {
            if (asked.get() < 2) {
                refuse(PermitRefusal.FACTS_OUTDATED);
            }
            return asked.get();
        });

        assertThat(times).isEqualTo(2);
    }

    @Test
    void whatNeverSettlesIsRefused() {
        assertThatThrownBy(() -> Permits.whileFactsChange(() -> refuse(PermitRefusal.FACTS_OUTDATED)))
                .isInstanceOf(RejectedException.class);
        assertThat(asked).hasValue(10);
    }

    @Test
    void anyOtherRefusalStands() {
        assertThatThrownBy(() -> Permits.whileFactsChange(() -> refuse(PermitRefusal.NO_LIVE_GRANT)))
                .isInstanceOf(RejectedException.class);
        assertThat(asked).hasValue(1);
    }

    private EmbeddingPermit.Enrolment refuse(PermitRefusal reason) {
        asked.incrementAndGet();
        return Permits.issued(new PermitDecision.Refused<>(reason));
    }
}
