package org.quitclaim.vault.remnant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.vault.Fingerprint;

class FingerprintScanTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @Property(tries = 300)
    void aRunIsFoundAtWhateverOffset(
            @ForAll @Size(min = 16, max = 64) byte[] needle, @ForAll @IntRange(max = 300) int offset) {
        Fingerprint print = Fingerprint.of(Fingerprint.Kind.CIPHERTEXT, needle);
        byte[] hay = new byte[500];
        new Random(offset).nextBytes(hay);
        System.arraycopy(needle, 0, hay, offset, needle.length);
        assertThat(new FingerprintScan(List.of(print)).in(hay)).containsExactly(print);
    }

    @Property(tries = 300)
    void oneChangedByteIsNotTheSameRun(
            @ForAll @Size(min = 16, max = 64) byte[] needle, @ForAll @IntRange(max = 15) int changed) {
        Fingerprint print = Fingerprint.of(Fingerprint.Kind.KEY, needle);
        byte[] hay = needle.clone();
        hay[changed] ^= 0x20;
        assertThat(new FingerprintScan(List.of(print)).in(hay)).isEmpty();
    }

    /** At the edges of a chunk, across them, and at the end: once in each file, or one place would hide that another is missed. */
    @Test
    void aRunAcrossTheEdgeOfAChunkIsFoundInAFile() throws IOException {
        byte[] needle = "a run of bytes that was here".getBytes(StandardCharsets.US_ASCII);
        Fingerprint print = Fingerprint.of(Fingerprint.Kind.CIPHERTEXT, needle);
        int end = 3 * MEBIBYTE - needle.length;
        for (int at : List.of(
                MEBIBYTE, MEBIBYTE - 1, MEBIBYTE - 7, MEBIBYTE - needle.length + 1, MEBIBYTE - needle.length, end)) {
            byte[] file = new byte[3 * MEBIBYTE];
            new Random(at).nextBytes(file);
            System.arraycopy(needle, 0, file, at, needle.length);
            Path path = Files.write(folder.resolve("file-" + at), file);
            try (FileChannel channel = FileChannel.open(path)) {
                FingerprintScan scan = new FingerprintScan(List.of(print));
                assertThat(scan.in(channel)).as("at " + at).containsExactly(print);
                assertThat(scan.scanned()).isEqualTo(file.length);
            }
        }
    }

    @Test
    void anEmptyAndAShortFileHoldNothing() throws IOException {
        Fingerprint print = Fingerprint.of(Fingerprint.Kind.KEY, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        for (byte[] content : List.of(new byte[0], new byte[] {1, 2, 3, 4, 5, 6, 7})) {
            Path path = Files.write(folder.resolve("short-" + content.length), content);
            try (FileChannel channel = FileChannel.open(path)) {
                assertThat(new FingerprintScan(List.of(print)).in(channel)).isEmpty();
            }
        }
    }

    @Test
    @Requirement("R64")
    void aNameIsFoundInWhateverCaseAndCharset() {
        FingerprintScan scan = new FingerprintScan(NamePrints.of("Zoë van Dijkhuizen"));
        for (String form : List.of("Zoë van Dijkhuizen", "zoë van dijkhuizen", "ZOë VAN DIJKHUIZEN")) {
            assertThat(scan.in(("x" + form + "y").getBytes(StandardCharsets.UTF_8)))
                    .isNotEmpty();
            assertThat(scan.in(("x" + form + "y").getBytes(StandardCharsets.UTF_16LE)))
                    .isNotEmpty();
            assertThat(scan.in(("x" + form + "y").getBytes(StandardCharsets.UTF_16BE)))
                    .isNotEmpty();
        }
        assertThat(scan.in("Zoë van Dijkhuijzen".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Property(tries = 300)
    @Requirement("R64")
    void aShortNameIsFoundAtWhateverOffset(
            @ForAll @AlphaChars @StringLength(min = 3, max = 4) String given, @ForAll @IntRange(max = 93) int offset) {
        String name = given + " Ab";
        byte[] hay = new byte[offset + name.length()];
        Arrays.fill(hay, (byte) '.');
        byte[] needle = name.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(needle, 0, hay, offset, needle.length);
        assertThat(new FingerprintScan(NamePrints.of(name)).in(hay)).isNotEmpty();
        hay[hay.length - 1] = '.';
        assertThat(new FingerprintScan(NamePrints.of(name)).in(hay)).isEmpty();
    }

    @Test
    @Requirement("R64")
    void aShortNameIsFoundAcrossTheEdgeOfAChunkToo() throws IOException {
        for (int at : List.of(MEBIBYTE - 6, MEBIBYTE - 3, MEBIBYTE, 2 * MEBIBYTE - 7)) {
            byte[] file = new byte[2 * MEBIBYTE];
            System.arraycopy("Jan Bos".getBytes(StandardCharsets.US_ASCII), 0, file, at, 7);
            Path path = Files.write(folder.resolve("short-name-" + at), file);
            try (FileChannel channel = FileChannel.open(path)) {
                assertThat(new FingerprintScan(NamePrints.of("jan bos")).in(channel))
                        .as("at " + at)
                        .isNotEmpty();
            }
        }
    }

    @Test
    @Requirement("R64")
    void aNameOfFewLettersIsFoundInQuotationMarksAndInUtf16AndNotAlone() {
        FingerprintScan scan = new FingerprintScan(NamePrints.of("Bo Li"));
        assertThat(scan.in("{\"name\":\"bo LI\"}".getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThat(scan.in("with Bo Li on it".getBytes(StandardCharsets.UTF_16LE)))
                .isNotEmpty();
        assertThat(scan.in("with Bo Li on it".getBytes(StandardCharsets.UTF_8))).isEmpty();
        FingerprintScan aWord = new FingerprintScan(NamePrints.of("Jackson"));
        assertThat(aWord.in("tools.jackson.core".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(aWord.in("\"jackson\"".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(NamePrints.of("")).isEmpty();
    }

    @Test
    void aListComesBackFromItsSealedFormAndHoldsNothingOfWhatItIsOf() {
        List<Fingerprint> prints = NamePrints.of("Xylophania Quandtwether");
        byte[] form = FingerprintList.write(prints).bytes();
        assertThat(FingerprintList.read(FingerprintList.write(prints))).isEqualTo(prints);
        assertThat(new String(form, StandardCharsets.ISO_8859_1).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("xylo")
                .doesNotContain("quan");
        assertThat(new FingerprintScan(prints).in(form)).isEmpty();
    }

    @Test
    void manyAreLookedForAtOnce() {
        byte[] random = new byte[16 * 5_000];
        new Random(7).nextBytes(random);
        List<Fingerprint> prints = java.util.stream.IntStream.range(0, 5_000)
                .mapToObj(i ->
                        Fingerprint.of(Fingerprint.Kind.CIPHERTEXT, Arrays.copyOfRange(random, i * 16, i * 16 + 16)))
                .toList();
        FingerprintScan scan = new FingerprintScan(prints);
        assertThat(scan.in(random)).hasSize(5_000);
        assertThat(scan.in(new byte[MEBIBYTE])).isEmpty();
        assertThat(scan.scanned()).isEqualTo(random.length + MEBIBYTE);
    }
}
