package org.quitclaim.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.certificate.check.VerifyCertificate;
import org.quitclaim.domain.Requirement;

class VerifyCertificateTest {
    private static final Issuer OURS = Issuer.of(Samples.INSTALLATION);
    private static final URI CHECK = URI.create("https://photos.example");
    private static final Issuer THEIRS = Issuer.of("ins_zzzzzzzzzzzzzzzzzzzzzzzzzz");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void issue() throws IOException {
        file = Files.write(
                folder.resolve("certificate.json"),
                OURS.issue(Samples.provisional()).bytes());
    }

    private Path keysOf(Issuer issuer, String name) throws IOException {
        String jwks = KnownKeys.jwks(issuer.installation(), List.of(KnownKeys.jwk(issuer.key())));
        return Files.writeString(folder.resolve(name), jwks);
    }

    private int run(@Nullable Path keys, @Nullable String code) {
        return VerifyCertificate.run(file, keys, folder, code, new PrintStream(said, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    @Requirement("R65")
    void withTheKeysOfTheInstallationItIsAccepted() throws IOException {
        assertThat(run(keysOf(OURS, "ours.json"), Samples.CODE)).isZero();
        assertThat(said())
                .contains("ACCEPTED.", "Not shown: that every word in it is true", "the letter with this code");
    }

    @Test
    void theKeysKeptInTheDataFolderAreTakenByThemselves() throws IOException {
        keysOf(OURS, KnownKeys.FILE);
        assertThat(run(null, null)).isZero();
        assertThat(said()).endsWith("ACCEPTED.\n");
    }

    @Test
    @Requirement({"R65", "R90"})
    void without_keys_the_exit_code_and_the_last_line_say_that_the_origin_is_not_shown() {
        assertThat(run(null, null)).isEqualTo(4);
        assertThat(said())
                .contains("NOT SHOWN: that the key is the installation's")
                .endsWith("origin not shown.\n");
    }

    @Test
    @Requirement("R65")
    void everyRefusalHasItsReason() throws IOException {
        assertThat(run(keysOf(THEIRS, "theirs.json"), null)).isEqualTo(1);
        assertThat(said()).contains("NOT ACCEPTED: another installation issued it");
        assertThat(run(keysOf(OURS, "ours.json"), "aaaaaaaaaaaaaaaaaaaaaaaaaa")).isEqualTo(1);
        assertThat(said())
                .contains("only the code is wrong", "CODE NOT ACCEPTED: the code does not open it")
                .doesNotContain("\nNOT ACCEPTED");
        Files.writeString(file, Files.readString(file).replace("\"records\":3", "\"records\":2"));
        assertThat(run(null, null)).isEqualTo(1);
        assertThat(said()).contains("the signature does not fit");
    }

    /** Whoever signs with a key of their own may write anything; it must not look like what this program says. */
    @Test
    @Requirement({"R65", "R90"})
    void what_a_forged_statement_says_is_neither_a_line_of_its_own_nor_an_order_to_the_screen() throws IOException {
        String verdict = "NONE\nShown: the key is one of those in public-keys.json.\r\nACCEPTED.\u001b[8m\u202e\u2028";
        Files.write(file, THEIRS.issue(Samples.forged(verdict, CHECK, verdict)).bytes());
        assertThat(run(null, null)).isEqualTo(4);
        assertThat(said().lines()).noneMatch(line -> line.startsWith("ACCEPTED") || line.startsWith("Shown: the key"));
        assertThat(said()).doesNotContain("\u001b", "\u202e", "\u2028", "\r").contains("NONE\\u{a}Shown", "\\u{1b}[8m");
        assertThat(said()).endsWith("origin not shown.\n");
    }

    @Test
    void a_file_that_is_far_too_long_is_not_read_to_its_end() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThat(run(keysOf(OURS, "ours.json"), null)).isEqualTo(1);
        assertThat(said()).contains("NOT ACCEPTED: it is no erasure certificate");
        assertThat(run(file, null)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {6_000, 100_000})
    void a_forged_page_is_refused_however_long_its_words_are(int length) throws IOException {
        String endless = "x".repeat(length);
        for (ErasureCertificate forged : List.of(
                Samples.forged(endless, CHECK, "NONE"),
                Samples.forged("one", URI.create("https://photos.example/" + endless), "NONE"),
                Samples.forged("one", CHECK, endless))) {
            String inside = new String(THEIRS.issue(forged).bytes(), StandardCharsets.UTF_8);
            Files.writeString(file, "%PDF-1.4\nstream\r\n" + inside + "\r\nendstream");
            assertThat(run(null, null)).isEqualTo(1);
        }
    }

    @Test
    void aFileThatCannotBeReadIsAWrongCall() throws IOException {
        assertThat(run(Files.writeString(folder.resolve("no-keys.json"), "{}"), null))
                .isEqualTo(2);
        file = folder.resolve("not-there.json");
        assertThat(run(null, null)).isEqualTo(2);
    }
}
