package org.quitclaim.vault.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyGeneration;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.IdMint;
import org.quitclaim.vault.KeyRef;

class KeyRefFormTest {
    private static KeyRef key(byte[] owner, KeyScope scope, int generation) {
        return KeyRef.of(IdMint.fromMac(owner, PersonId.PREFIX, PersonId::new), scope, new KeyGeneration(generation));
    }

    @Property
    void aRefIsReadBackAsItWasWrittenInOneLength(
            @ForAll @Size(16) byte[] owner, @ForAll KeyScope scope, @ForAll @IntRange(min = 1) int generation) {
        KeyRef key = key(owner, scope, generation);
        byte[] form = KeyRefForm.encode(key);
        assertThat(form).hasSize(KeyRefForm.LENGTH);
        assertThat(KeyRefForm.decode(form)).isEqualTo(key);
    }

    @Property
    void byteOrderIsTheOrderOfGenerations(
            @ForAll @Size(16) byte[] owner,
            @ForAll KeyScope scope,
            @ForAll @IntRange(min = 1) int one,
            @ForAll @IntRange(min = 1) int other) {
        int order = Arrays.compareUnsigned(
                KeyRefForm.encode(key(owner, scope, one)), KeyRefForm.encode(key(owner, scope, other)));
        assertThat(Integer.signum(order)).isEqualTo(Integer.compare(one, other));
    }

    @Test
    void scopeCodesAreStable() {
        assertThat(Arrays.stream(KeyScope.values()).map(scope -> scope + "=" + KeyRefForm.code(scope)))
                .containsExactly("IDENTITY=1", "RECOGNITION=2", "EVIDENCE=3", "PHOTO=4", "STAFF=5", "EDITORIAL=6");
    }
}
