package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.vault.HeapDump;

/** A search that finds nothing shows something only if it would have found it. */
class MemorySearchTest {
    private static final byte[] FIPS_197_A3 = HexFormat.of()
            .parseHex(
                    "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff49ba354118e6925afa51a8b5f2067fcde");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void the_key_of_a_cipher_that_is_held_is_found_by_its_schedule(int bytes) throws Exception {
        byte[] key = new byte[bytes];
        new SecureRandom().nextBytes(key);
        Cipher held = Cipher.getInstance("AES/GCM/NoPadding");
        held.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, new byte[12]));
        Path dump = folder.resolve("held.hprof");

        HeapDump.take(dump);

        assertThat(new MemorySearch().in(dump).keys()).anyMatch(found -> Arrays.equals(found, key));
        assertThat(held.doFinal()).hasSize(16);
    }

    @Test
    void the_schedule_of_the_standard_is_found_at_any_offset_in_either_order_of_bytes() throws Exception {
        byte[] file = new byte[300];
        System.arraycopy(FIPS_197_A3, 0, file, 13, FIPS_197_A3.length);
        ByteBuffer.wrap(file, 150, FIPS_197_A3.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .put(ByteBuffer.wrap(FIPS_197_A3).asIntBuffer());
        for (int from : new int[] {0, 100}) {
            Path part = Files.write(folder.resolve("part" + from), Arrays.copyOfRange(file, from, file.length));
            assertThat(new MemorySearch().in(part).keys()).containsExactly(Arrays.copyOf(FIPS_197_A3, 32));
        }
    }

    @Test
    void known_bytes_are_found_across_the_edge_of_what_is_read_at_once() throws Exception {
        byte[] wanted = "-0.12345678".getBytes(StandardCharsets.US_ASCII);
        byte[] file = new byte[9 << 20];
        System.arraycopy(wanted, 0, file, (8 << 20) - 5, wanted.length);
        Path large = Files.write(folder.resolve("large"), file);

        assertThat(new MemorySearch().lookFor("it", wanted).in(large).found()).containsExactly("it");
    }
}
