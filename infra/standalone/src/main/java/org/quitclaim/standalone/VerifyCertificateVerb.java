package org.quitclaim.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.check.VerifyCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code verify-certificate}: needs no server, no lock and no connection. */
@Command(name = "verify-certificate", description = "whether an erasure certificate is genuine; offline")
final class VerifyCertificateVerb implements Verb {
    @Parameters(paramLabel = "FILE", converter = Arguments.Name.class, description = "the certificate")
    private Path certificate = Path.of("");

    @Option(names = "--code", paramLabel = "CODE", description = "the code of the letter that came with a certificate")
    private @Nullable String code;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            converter = Arguments.Keys.class,
            description = "the keys to compare a certificate with; by default those of the data folder")
    private @Nullable Path keys;

    @Mixin
    private final DataOption data = new DataOption();

    @Override
    public Options options() {
        return data.options();
    }

    @Override
    public int run(Console console) {
        return VerifyCertificate.run(certificate, keys, data.folder(), code, console.out());
    }
}
