package org.quitclaim.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quitclaim.vault.VaultSamples.OFFICER;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Epoch;
import org.quitclaim.vault.EpochRetired;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;
import org.quitclaim.vault.MovedClock;
import org.quitclaim.vault.Plaintext;
import org.quitclaim.vault.SealRequest;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.VaultException.KeyServiceFailed;
import org.quitclaim.vault.VaultSamples;
import org.quitclaim.vault.embedded.EmbeddedVault;
import org.quitclaim.vault.embedded.FolderImage;
import org.quitclaim.vault.embedded.KekKeeping;
import org.quitclaim.vault.embedded.VaultFolders;

/** A whole vault whose epoch keys lie under KMS. */
@Requirement({"R62", "R63"})
class KmsEpochTest {
    private static final int MANY = 3_000;

    @TempDir
    Path folder;

    private final MovedClock clock = new MovedClock();
    private final FakeKms kms = new FakeKms(clock);
    private final RecordId id = IdMint.recordId();

    private Vault open(String data) throws VaultException {
        return EmbeddedVault.open(
                VaultFolders.of(folder.resolve(data)),
                new KekKeeping.InFolders(new KmsProtection(kms, "quitclaim")),
                clock);
    }

    private KeyRef key(Vault vault, KeyScope scope) throws VaultException {
        KeyRef key = KeyRef.first(VaultSamples.person(), scope);
        vault.create(key);
        return key;
    }

    @Test
    void aRetirementIsToldAsScheduledAndAnImageOfTheWholeMachineEndsWithTheKeyAtTheService()
            throws VaultException, IOException {
        Epoch wrappedUpTo;
        try (Vault vault = open("data")) {
            vault.seal(new SealRequest(key(vault, KeyScope.IDENTITY), VaultSamples.NAME, id, Plaintext.of("Ada")));
        }
        FolderImage.copy(folder.resolve("data"), folder.resolve("image"));
        try (Vault vault = open("data")) {
            wrappedUpTo = vault.shred(key(vault, KeyScope.RECOGNITION)).wrappedUpTo();
            clock.advance(Duration.ofHours(1));
            EpochRetired retired = vault.epochs().rotate(progress -> {});
            assertThat(retired.destructionScheduled()).isTrue();
            assertThat(retired.keyGoneBy()).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
        }
        try (Vault vault = open("data")) {
            assertThat(vault.epochs().uselessSince(wrappedUpTo).orElseThrow().destructionScheduled())
                    .isTrue();
            assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
        }
        assertThatThrownBy(() -> open("image")).isInstanceOf(KeyServiceFailed.class);
    }

    @Test
    void theServiceIsNotAskedForEachKey() throws VaultException {
        try (Vault vault = open("data")) {
            for (int i = 0; i < MANY; i++) {
                key(vault, KeyScope.RECOGNITION);
            }
            int before = kms.calls;
            vault.epochs().rotate(progress -> {});
            assertThat(kms.calls - before).isLessThan(20);
        }
    }

    @Test
    void aRotationThatStoppedAfterTheKeyWasScheduledIsFinishedAtTheNextStart() throws VaultException {
        try (Vault vault = open("data")) {
            vault.seal(new SealRequest(key(vault, KeyScope.IDENTITY), VaultSamples.NAME, id, Plaintext.of("Ada")));
        }
        try (Vault vault = open("data")) {
            kms.loseTheAnswerOfTheNextSchedule();
            assertThatThrownBy(() -> vault.epochs().rotate(progress -> {})).isInstanceOf(KeyServiceFailed.class);
        }
        try (Vault vault = open("data")) {
            assertThat(vault.epochs().retiring()).isPresent();
            assertThat(vault.open(id, OFFICER).text()).isEqualTo("Ada");
            assertThat(vault.epochs().rotate(progress -> {}).destructionScheduled())
                    .isTrue();
        }
    }
}
