package org.quitclaim.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;

class VerifyCertificateTest {
    private static final Issuer OURS = Issuer.of(Samples.INSTALLATION);
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

    @Test
    void aFileThatCannotBeReadIsAWrongCall() throws IOException {
        assertThat(run(Files.writeString(folder.resolve("no-keys.json"), "{}"), null))
                .isEqualTo(2);
        file = folder.resolve("not-there.json");
        assertThat(run(null, null)).isEqualTo(2);
    }
}
