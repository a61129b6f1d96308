package org.quitclaim.certificate.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.ErasureCertificate.DestroyedKey;
import org.quitclaim.certificate.KnownKeys;
import org.quitclaim.certificate.Milestone;
import org.quitclaim.certificate.SignedCertificate;
import org.quitclaim.certificate.Verdict;
import org.quitclaim.certificate.Verdict.Key;
import org.quitclaim.certificate.Verdict.Refused;
import org.quitclaim.certificate.Verdict.Sound;

/**
 * {@code verify-certificate}: checks a certificate offline and says what that shows and what it does not.
 *
 * <p><b>Shape:</b> answers 0 when the certificate is accepted, 1 when it is not, 2 when a file that was named cannot be
 * read, 4 when nothing was changed but no keys were there to compare with: anybody can make such a file, so a script
 * that looks at the code alone must not take it for the installation's.
 */
public final class VerifyCertificate {
    private static final int LONGEST = 400;
    private static final int ACCEPTED = 0;
    private static final int REFUSED = 1;
    private static final int UNREADABLE = 2;
    private static final int ORIGIN_NOT_SHOWN = 4;

    private final PrintStream out;

    private VerifyCertificate(PrintStream out) {
        this.out = out;
    }

    /**
     * @param keys a key set, as served at {@code /.well-known/jwks.json}
     * @param data a data folder whose installation's keys are taken if no key set is given
     */
    public static int run(Path file, @Nullable Path keys, Path data, @Nullable String code, PrintStream out) {
        return new VerifyCertificate(out).verify(file, Optional.ofNullable(keys), data, Optional.ofNullable(code));
    }

    private int verify(Path file, Optional<Path> keys, Path data, Optional<String> code) {
        Path beside = data.resolve(KnownKeys.FILE);
        Optional<Path> source = keys.or(() -> Optional.of(beside).filter(Files::isRegularFile));
        Optional<KnownKeys> known = Optional.empty();
        try {
            if (source.isPresent()) {
                known = Optional.of(KnownKeys.parse(read(source.get())));
            }
        } catch (IOException | KnownKeys.MalformedKeys e) {
            return unreadable(source.get(), e);
        }
        try {
            return say(CertificateCheck.check(read(file), known, code), source);
        } catch (IOException e) {
            return unreadable(file, e);
        }
    }

    /** No more than shows that it is too much. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(CertificateCheck.MOST_BYTES + 1);
        }
    }

    private int unreadable(Path file, Exception e) {
        String reason = e instanceof KnownKeys.MalformedKeys ? String.valueOf(e.getMessage()) : "it cannot be read";
        out.println("verify-certificate: " + file + ": " + reason);
        return UNREADABLE;
    }

    private int say(Verdict verdict, Optional<Path> source) {
        return switch (verdict) {
            case Refused refused -> {
                boolean code = refused.flaw().isOfTheCode();
                if (code) {
                    out.println("Shown: no byte of this file was changed since it was signed; only the code is wrong.");
                }
                out.println((code ? "CODE NOT ACCEPTED: " : "NOT ACCEPTED: ")
                        + refused.flaw().words() + ".");
                yield REFUSED;
            }
            case Sound sound -> {
                facts(sound.signed());
                shown(sound, source);
                yield switch (sound.key()) {
                    case KNOWN -> ACCEPTED;
                    case SELF_ASSERTED -> ORIGIN_NOT_SHOWN;
                };
            }
        };
    }

    private void facts(SignedCertificate signed) {
        ErasureCertificate stated = signed.certificate();
        line("reference", stated.reference());
        line("installation", stated.installation());
        line("status", stated.status() + ", issued " + stated.issuedAt());
        for (DestroyedKey key : stated.keys()) {
            line("scope", key.scope() + ", key " + key.keyId() + ", generation " + key.generation());
            line("key destroyed", said(key.keyDestroyed()));
            line("ciphertext deleted", said(key.ciphertextDeleted()) + " (" + key.records() + " records)");
        }
        line("key backups useless", said(stated.keyBackupsUseless()));
        line("machine images", said(stated.machineImagesExpired()));
        stated.steps().forEach(step -> line("step", step.code() + " " + said(step.milestone())));
        line(
                "remnantSearch",
                said(stated.remnantSearch().clean()) + " "
                        + stated.remnantSearch().stores());
        stated.residuals()
                .forEach(left -> line("remains", left.code() + (left.until() == null ? "" : " until " + left.until())));
        line("signed with key", signed.keyId());
        out.println();
    }

    private void shown(Sound sound, Optional<Path> source) {
        out.println("Shown: no byte of this file was changed since the holder of the key signed it.");
        if (sound.opensWithCode()) {
            out.println("Shown: it is about the person to whom the letter with this code was given.");
        }
        out.println("Not shown: that every word in it is true. For that, compare it with the installation's records.");
        out.println(
                switch (sound.key()) {
                    case KNOWN ->
                        "Shown: the key is one of those in "
                                + source.map(Path::toString).orElse("") + ".";
                    case SELF_ASSERTED ->
                        "NOT SHOWN: that the key is the installation's. Anybody can make such a file with a key of"
                                + " their own. Get /.well-known/jwks.json from the organisation and give it with"
                                + " --keys.";
                });
        out.println(sound.key() == Key.KNOWN ? "ACCEPTED." : "UNCHANGED, origin not shown.");
    }

    private static String said(Milestone milestone) {
        return switch (milestone) {
            case Milestone.Done done -> "on " + done.at();
            case Milestone.Scheduled scheduled -> "scheduled until " + scheduled.until();
            case Milestone.Expiring expiring -> "expire by " + expiring.by();
            case Milestone.NotYet notYet -> "not yet: " + notYet.why();
        };
    }

    /** What a forged statement says must look like nothing but what it says: no lines of its own, and no orders to the screen. */
    private static String asText(String value) {
        String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
        return shown.codePoints()
                .mapToObj(sign -> switch (Character.getType(sign)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED -> "\\u{%x}".formatted(sign);
                    default -> Character.toString(sign);
                })
                .collect(Collectors.joining());
    }

    private void line(String label, String value) {
        out.printf("  %-20s %s%n", label, asText(value));
    }
}
