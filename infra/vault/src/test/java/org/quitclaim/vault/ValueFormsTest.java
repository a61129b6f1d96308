package org.quitclaim.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;

class ValueFormsTest {

    @Test
    void nothingSecretIsPrinted() {
        Plaintext plaintext = Plaintext.of("Ada Lovelace");
        BlindIndex index = new BlindIndex(new byte[BlindIndex.LENGTH]);
        SealRequest request = new SealRequest(
                KeyRef.first(VaultSamples.person(), KeyScope.IDENTITY),
                VaultSamples.NAME,
                IdMint.recordId(),
                plaintext,
                List.of(index));
        assertThat(plaintext).hasToString("Plaintext[12 bytes]");
        assertThat(index).hasToString("BlindIndex[hidden]");
        assertThat(request.toString()).doesNotContain("Ada");
        assertThat(new Opening.Opened(plaintext).toString()).doesNotContain("Ada");
    }

    @Test
    void aPlaintextIsACopyAndCanBeWiped() {
        byte[] bytes = {1, 2, 3};
        Plaintext copy = Plaintext.of(bytes);
        Arrays.fill(bytes, (byte) 9);
        assertThat(copy.bytes()).containsExactly(1, 2, 3);
        copy.wipe();
        assertThat(copy.bytes()).containsOnly(0);
    }

    @Test
    void aBlindIndexIsAValueOf32Bytes() {
        byte[] digest = new byte[32];
        BlindIndex index = new BlindIndex(digest);
        digest[0] = 1;
        index.digest()[0] = 1;
        assertThat(index).isEqualTo(new BlindIndex(new byte[32])).hasSameHashCodeAs(new BlindIndex(new byte[32]));
        assertThat(index).isNotEqualTo(new BlindIndex(digest));
        assertThatThrownBy(() -> new BlindIndex(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Ada Lovelace",
                "per_ABCDEFGHIJKLMNOPQRSTUVWX27",
                "per_abc",
                "person_abcdefghijklmnopqrstuvwx27"
            })
    void aKeyOwnerIsAnOpaqueId(String value) {
        assertThatThrownBy(() -> new KeyOwner(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ada Lovelace", "ada@example.org", "1st", "a234567890123456789012345678901234567890x"})
    void codesAreNoPlaceForPersonalData(String value) {
        assertThatThrownBy(() -> new RecordKind(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Ada");
        assertThatThrownBy(() -> new Accessor.SystemTask(value)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AccessReason(new Accessor.SystemTask("x"), value, AccessPurpose.AUDIT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCaseIsReferredToByItsIdOrNotAtAll() {
        Accessor who = new Accessor.SystemTask("x");
        assertThat(new AccessReason(who, "SYSTEM", AccessPurpose.AUDIT).caseRef())
                .isEmpty();
        assertThatThrownBy(() -> new AccessReason(who, "SYSTEM", AccessPurpose.AUDIT, "Ada called"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRefusalHasACodeOfItsOwnAndNamesNobody() {
        List<VaultException> refusals = List.of(
                new VaultException.KeyUnknown(),
                new VaultException.KeyNotActive(KeyState.SUSPENDED),
                VaultException.keyGenerationRefused("why"),
                new VaultException.RecordUnknown(),
                VaultException.recordExists(),
                new VaultException.IntegrityFailure(),
                new VaultException.StorageFailure("step"),
                new VaultException.KekMissing(),
                new VaultException.KekWrong(),
                VaultException.storesMismatched(),
                VaultException.shredUnfinished("step"));
        assertThat(refusals)
                .extracting(VaultException::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("vault\\.[a-z-]+"));
        assertThat(refusals).extracting(Throwable::getMessage).noneMatch(text -> text.contains(RecordId.PREFIX));
    }
}
