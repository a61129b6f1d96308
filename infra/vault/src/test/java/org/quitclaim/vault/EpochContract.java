package org.quitclaim.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.vault.VaultSamples.NAME;
import static org.quitclaim.vault.VaultSamples.OFFICER;
import static org.quitclaim.vault.VaultSamples.person;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

/** How every vault retires an epoch, whatever its stores. */
public abstract class EpochContract {
    private static final byte[] DATA = "data".getBytes(StandardCharsets.UTF_8);

    protected final MovedClock clock = new MovedClock();

    @SuppressWarnings("NullAway.Init")
    protected Vault vault;

    /** Opens a vault over the stores of this test, empty at first and the same ones when called again. */
    protected abstract Vault open() throws VaultException;

    @BeforeEach
    void openVault() throws VaultException {
        vault = open();
    }

    @AfterEach
    void closeVault() throws VaultException {
        vault.close();
    }

    protected void reopen() throws VaultException {
        vault.close();
        vault = open();
    }

    protected KeyRef newKey() throws VaultException {
        KeyRef key = KeyRef.first(person(), KeyScope.IDENTITY);
        vault.create(key);
        return key;
    }

    protected RecordId sealed(KeyRef key, String content) throws VaultException {
        RecordId id = IdMint.recordId();
        vault.seal(new SealRequest(key, NAME, id, Plaintext.of(content)));
        return id;
    }

    protected EpochRetired rotate() throws VaultException {
        return vault.epochs().rotate(progress -> {});
    }

    @Test
    @Requirement({"R33", "R35", "R62"})
    void everythingAliveOpensAfterwardsAlsoAfterReopening() throws VaultException {
        KeyRef key = newKey();
        RecordId row = sealed(key, "Ada");
        RecordId file = IdMint.recordId();
        vault.sealFile(key, VaultSamples.IMAGE, file, new ByteArrayInputStream(DATA), List.of());
        byte[] mac = vault.secrets().mac("test", DATA);
        String keys = vault.clearanceSigner().publicJwks();
        clock.advance(Duration.ofHours(1));
        EpochRetired retired = rotate();
        assertThat(retired.epoch()).isEqualTo(Epoch.FIRST);
        assertThat(retired.at()).isEqualTo(clock.instant());
        assertThat(retired.destructionScheduled()).isFalse();
        for (int time = 0; time < 2; time++) {
            assertThat(vault.epochs().current()).isEqualTo(new Epoch(2));
            assertThat(vault.epochs().retiring()).isEmpty();
            assertThat(vault.epochs().retired()).containsExactly(retired);
            assertThat(vault.open(row, OFFICER).text()).isEqualTo("Ada");
            assertThat(vault.open(file, OFFICER).bytes()).isEqualTo(DATA);
            assertThat(vault.secrets().mac("test", DATA)).isEqualTo(mac);
            assertThat(vault.clearanceSigner().publicJwks()).isEqualTo(keys);
            reopen();
        }
    }

    @Test
    @Requirement({"R35", "R62"})
    void aSuspendedKeyStaysSuspendedAndADestroyedOneDestroyed() throws VaultException {
        KeyRef suspended = newKey();
        RecordId hidden = sealed(suspended, "Ada");
        vault.suspend(suspended);
        KeyRef destroyed = newKey();
        RecordId gone = sealed(destroyed, "Grace");
        ShredReceipt receipt = vault.shred(destroyed);
        rotate();
        reopen();
        assertThat(vault.state(suspended)).contains(KeyState.SUSPENDED);
        assertThatThrownBy(() -> vault.open(hidden, OFFICER)).isInstanceOf(VaultException.KeyNotActive.class);
        vault.resume(suspended);
        assertThat(vault.open(hidden, OFFICER).text()).isEqualTo("Ada");
        assertThat(vault.state(destroyed)).contains(KeyState.DESTROYED);
        assertThatThrownBy(() -> vault.open(gone, OFFICER)).isInstanceOf(VaultException.RecordUnknown.class);
        assertThat(vault.shred(destroyed)).isEqualTo(receipt);
    }

    @Test
    @Requirement({"R62", "R63"})
    void itIsDueOnceSomethingWasShreddedAndSaysWhichRetirementEndedTheCopies() throws VaultException {
        KeyRef key = newKey();
        assertThat(vault.epochs().due()).isFalse();
        clock.advance(Duration.ofHours(1));
        Epoch wrappedUpTo = vault.shred(key).wrappedUpTo();
        assertThat(vault.epochs().due()).isTrue();
        assertThat(vault.epochs().uselessSince(wrappedUpTo)).isEmpty();
        clock.advance(Duration.ofHours(1));
        EpochRetired first = rotate();
        assertThat(vault.epochs().due()).isFalse();
        assertThat(vault.epochs().uselessSince(wrappedUpTo)).contains(first);
        assertThat(vault.epochs().uselessSince(vault.epochs().current())).isEmpty();
        clock.advance(Duration.ofHours(1));
        EpochRetired second = rotate();
        assertThat(vault.epochs().uselessSince(wrappedUpTo)).contains(first);
        assertThat(vault.epochs().uselessSince(second.epoch())).contains(second);
    }

    /** A copy of the key, made after the rotation, is wrapped in the epoch that is current, whatever the clock says. */
    @Test
    @Requirement({"R62", "R63"})
    void what_was_destroyed_after_a_rotation_under_a_clock_that_was_set_back_waits_for_the_next_one()
            throws VaultException {
        KeyRef key = newKey();
        clock.advance(Duration.ofHours(1));
        EpochRetired first = rotate();
        clock.advance(Duration.ofSeconds(-100));
        ShredReceipt receipt = vault.shred(key);
        assertThat(receipt.keyDestroyedAt()).isBefore(first.at());
        assertThat(receipt.wrappedUpTo()).isEqualTo(new Epoch(2));
        assertThat(vault.epochs().uselessSince(receipt.wrappedUpTo())).isEmpty();
        assertThat(vault.epochs().due()).isTrue();
        reopen();
        assertThat(vault.receipt(key)).contains(receipt);
        assertThat(vault.epochs().due()).isTrue();
        EpochRetired second = rotate();
        assertThat(vault.epochs().uselessSince(receipt.wrappedUpTo())).contains(second);
        assertThat(vault.epochs().due()).isFalse();
    }

    /** An epoch that began under a clock that was ahead is retired all the same, once the clock is right. */
    @Test
    @Requirement({"R62", "R63"})
    void what_was_destroyed_after_the_clock_was_ahead_is_due() throws VaultException {
        clock.advance(Duration.ofDays(400));
        rotate();
        clock.advance(Duration.ofDays(-400));
        Epoch wrappedUpTo = vault.shred(newKey()).wrappedUpTo();
        assertThat(vault.epochs().due()).isTrue();
        EpochRetired second = rotate();
        assertThat(vault.epochs().uselessSince(wrappedUpTo)).contains(second);
    }

    @Test
    @Requirement("R62")
    void manyKeysAreWrappedAnewInBatchesAndTheProgressAddsUp() throws VaultException {
        List<KeyRef> keys = new ArrayList<>();
        for (int i = 0; i < 2_100; i++) {
            keys.add(newKey());
        }
        RecordId first = sealed(keys.getFirst(), "first");
        RecordId last = sealed(keys.getLast(), "last");
        List<RotationProgress> told = new ArrayList<>();
        vault.epochs().rotate(told::add);
        assertThat(told).hasSizeGreaterThan(2).last().isEqualTo(new RotationProgress(2_100, 2_100));
        assertThat(told).extracting(RotationProgress::done).isSorted();
        reopen();
        assertThat(vault.open(first, OFFICER).text()).isEqualTo("first");
        assertThat(vault.open(last, OFFICER).text()).isEqualTo("last");
    }

    @Test
    @Requirement("R35")
    void sealingShreddingAndMintingGoOnMeanwhileAndASecondRotationIsRefused() throws Exception {
        KeyRef early = newKey();
        RecordId before = sealed(early, "before");
        KeyRef doomed = newKey();
        List<RecordId> meanwhile = new ArrayList<>();
        vault.epochs().rotate(progress -> {
            if (meanwhile.isEmpty()) {
                meanwhile.addAll(busy(doomed));
            }
        });
        reopen();
        assertThat(vault.open(before, OFFICER).text()).isEqualTo("before");
        assertThat(vault.open(meanwhile.getFirst(), OFFICER).text()).isEqualTo("meanwhile");
        assertThat(vault.state(doomed)).contains(KeyState.DESTROYED);
        assertThat(vault.epochs().due()).isTrue();
    }

    /** What other threads do while a rotation is between two batches. */
    private List<RecordId> busy(KeyRef doomed) {
        try (ExecutorService others = Executors.newSingleThreadExecutor()) {
            return others.submit(() -> {
                        vault.shred(doomed);
                        assertThatThrownBy(this::rotate)
                                .hasFieldOrPropertyWithValue("code", "vault.rotation-under-way");
                        return List.of(sealed(newKey(), "meanwhile"));
                    })
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
