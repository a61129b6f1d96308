package org.quitclaim.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.vault.RecordId;

class IdMintTest {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    @Test
    void randomIdsDiffer() {
        Set<RecordId> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(IdMint.recordId());
        }
        assertThat(ids).hasSize(1000);
    }

    @Property
    void anIdSpellsExactlyTheFirst128BitsOfTheMac(@ForAll @Size(min = 16, max = 32) byte[] mac) {
        String body = IdMint.fromMac(mac, "", Function.identity());
        BigInteger spelt = BigInteger.ZERO;
        for (char letter : body.toCharArray()) {
            spelt = spelt.shiftLeft(5).or(BigInteger.valueOf(ALPHABET.indexOf(letter)));
        }
        assertThat(body).hasSize(26);
        assertThat(spelt).isEqualTo(new BigInteger(1, Arrays.copyOf(mac, 16)).shiftLeft(2));
    }

    @Test
    void aShortMacIsRefused() {
        assertThatThrownBy(() -> IdMint.fromMac(new byte[15], RecordId.PREFIX, RecordId::new))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anIdOfSixteenBytesIsWellFormed() {
        assertThat(IdMint.fromMac(new byte[16], RecordId.PREFIX, RecordId::new).value())
                .isEqualTo("rec_" + "a".repeat(26));
    }
}
