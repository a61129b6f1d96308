package org.quitclaim.vault.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultSamples;
import org.quitclaim.vault.memory.InMemoryVault;
import org.quitclaim.vault.storage.Stores;

class LeaseTest {
    private final MovedClock clock = new MovedClock();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    @Requirement("R66")
    void aSecondProcessCannotOpenAfterItsLeaseThoughNobodyToldIt() throws VaultException {
        Stores stores = InMemoryVault.stores(clock);
        Vault here = TinkVault.over(stores, clock, nanos::get);
        Vault there = TinkVault.over(stores, clock, nanos::get);
        KeyRef key = KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY);
        RecordId id = IdMint.recordId();
        here.create(key);
        here.seal(new SealRequest(key, VaultSamples.NAME, id, Plaintext.of("Ada")));
        assertThat(there.open(id, VaultSamples.OFFICER).text()).isEqualTo("Ada");
        here.suspend(key);
        nanos.set(KeyLeases.LEASE.toNanos());
        assertThatThrownBy(() -> there.open(id, VaultSamples.OFFICER)).isInstanceOf(VaultException.KeyNotActive.class);
    }
}
