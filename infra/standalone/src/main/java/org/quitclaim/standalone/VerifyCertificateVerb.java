package org.quitclaim.standalone;

import java.nio.file.Path;
import org.quitclaim.certificate.check.VerifyCertificate;

/** {@code verify-certificate}: needs no server, no lock and no connection. */
final class VerifyCertificateVerb {
    private VerifyCertificateVerb() {}

    static int run(Options options, Console console) {
        return VerifyCertificate.run(
                Path.of(options.words().getFirst()),
                options.path("--keys").orElse(null),
                options.path("--data").orElse(Path.of("quitclaim-data")),
                options.values().get("--code"),
                console.out());
    }
}
