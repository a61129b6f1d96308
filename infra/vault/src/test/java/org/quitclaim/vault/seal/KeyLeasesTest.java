package org.quitclaim.vault.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.KeyOwner;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.VaultSamples;

class KeyLeasesTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Map<Duration, Runnable> later = new LinkedHashMap<>();
    private final KeyLeases leases = new KeyLeases(nanos::get, later::put);
    private final KeyOwner owner = KeyOwner.of(VaultSamples.person());
    private final DataKey dataKey;

    KeyLeasesTest() throws GeneralSecurityException {
        dataKey = DataKey.of(DataKey.randomMaterial());
    }

    private KeyRef generation(int number) {
        return new KeyRef(owner, KeyScope.RECOGNITION, new KeyGeneration(number));
    }

    @Test
    void aLeaseIsAtMostThirtySeconds() {
        assertThat(KeyLeases.LEASE).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aLeaseEndsHoweverOftenItIsUsed() {
        leases.keep(generation(1), dataKey);
        nanos.set(KeyLeases.LEASE.toNanos() - 1);
        assertThat(leases.find(generation(1))).contains(dataKey);
        nanos.set(KeyLeases.LEASE.toNanos());
        assertThat(leases.find(generation(1))).isEmpty();
        assertThat(leases.size()).isZero();
    }

    private void runWhatComesAfter(Duration in) {
        nanos.addAndGet(in.toNanos());
        assertThat(later.keySet()).containsExactly(in);
        Objects.requireNonNull(later.remove(in)).run();
    }

    @Test
    void aKeyThatNobodyAsksForAnyMoreLeavesTheMemoryByItself() {
        leases.keep(generation(1), dataKey);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        leases.keep(generation(2), dataKey);
        nanos.addAndGet(-Duration.ofSeconds(10).toNanos());
        runWhatComesAfter(KeyLeases.LEASE);
        assertThat(leases.size()).isEqualTo(1);
        runWhatComesAfter(Duration.ofSeconds(10).plusNanos(1));
        assertThat(leases.size()).isZero();
        assertThat(later).isEmpty();
        leases.keep(generation(3), dataKey);
        assertThat(later).hasSize(1);
    }

    @Test
    void anEvictedKeyIsGone() {
        leases.keep(generation(1), dataKey);
        leases.evict(generation(1));
        assertThat(leases.find(generation(1))).isEmpty();
    }

    @Test
    void theLeastRecentlyUsedGoesFirst() {
        for (int i = 1; i <= KeyLeases.CAPACITY; i++) {
            leases.keep(generation(i), dataKey);
        }
        leases.find(generation(1));
        leases.keep(generation(KeyLeases.CAPACITY + 1), dataKey);
        assertThat(leases.size()).isEqualTo(KeyLeases.CAPACITY);
        assertThat(leases.find(generation(1))).isPresent();
        assertThat(leases.find(generation(2))).isEmpty();
    }

    @Test
    void aDataKeyPrintsNothing() {
        assertThat(dataKey).hasToString("DataKey[hidden]");
    }
}
