package org.quitclaim.vault.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ByteSearchTest {
    @TempDir
    Path folder;

    @Property
    void findsExactlyWhatAPlainSearchFinds(
            @ForAll @Size(max = 40) List<@ByteRange(min = 0, max = 2) Byte> haystack,
            @ForAll @Size(min = 1, max = 5) List<@ByteRange(min = 0, max = 2) Byte> needle) {
        byte[] bytes = bytes(haystack);
        boolean expected = HexFormat.ofDelimiter("-")
                .formatHex(bytes)
                .contains(HexFormat.ofDelimiter("-").formatHex(bytes(needle)));
        assertThat(ByteSearch.contains(bytes, bytes.length, bytes(needle))).isEqualTo(expected);
    }

    private static byte[] bytes(List<Byte> list) {
        byte[] bytes = new byte[list.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = list.get(i);
        }
        return bytes;
    }

    @Test
    void findsWhatLiesAcrossTheBorderOfTwoChunksOrAtTheVeryEnd() throws IOException {
        byte[] needle = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
        for (int at : new int[] {0, (1 << 20) - 16, (1 << 20) - 15, (1 << 20) - 1, 1 << 20, (3 << 20) - 16}) {
            byte[] content = new byte[3 << 20];
            System.arraycopy(needle, 0, content, at, needle.length);
            assertThat(found(content, needle)).as("at " + at).isTrue();
        }
        assertThat(found(new byte[3 << 20], needle)).isFalse();
        assertThat(found(new byte[0], needle)).isFalse();
    }

    private boolean found(byte[] content, byte[] needle) throws IOException {
        Path file = Files.write(folder.resolve("haystack"), content);
        try (FileChannel channel = FileChannel.open(file)) {
            return ByteSearch.anyIn(channel, List.of(new byte[] {9, 9, 9}, needle));
        }
    }
}
