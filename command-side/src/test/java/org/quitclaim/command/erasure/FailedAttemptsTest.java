package org.quitclaim.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.ShredDelayed;

@Requirement("R62")
class FailedAttemptsTest {
    private final FailedAttempts attempts = new FailedAttempts();
    private final ErasureCaseId id = IdMint.mint(ErasureCaseId.PREFIX, ErasureCaseId::new);

    private boolean exhausted(RuntimeException failure) {
        return attempts.exhausted(id, ErasureStep.KEY_DESTROYED, failure);
    }

    @Test
    void whatFailsAgainAndAgainIsParkedAndABackupThatIsWaitedForIsNoFailure() {
        for (int i = 0; i < 5 * FailedAttempts.MOST; i++) {
            assertThat(exhausted(new VaultUnavailable(new ShredDelayed("keys.db"))))
                    .isFalse();
        }
        for (int i = 1; i < FailedAttempts.MOST; i++) {
            assertThat(exhausted(new VaultUnavailable(VaultException.shredUnfinished("a step"))))
                    .isFalse();
        }
        assertThat(exhausted(new VaultUnavailable(VaultException.shredUnfinished("a step"))))
                .isTrue();
    }
}
