package org.quitclaim.certificate.check;

import java.util.Arrays;
import java.util.Optional;
import org.quitclaim.certificate.Commitment;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.Flaw;
import org.quitclaim.certificate.FlawFound;
import org.quitclaim.certificate.KnownKeys;
import org.quitclaim.certificate.SignedCertificate;
import org.quitclaim.certificate.SignedText;
import org.quitclaim.certificate.Verdict;
import org.quitclaim.certificate.Verdict.Key;
import org.quitclaim.certificate.Verdict.Refused;
import org.quitclaim.certificate.Verdict.Sound;
import org.quitclaim.certificate.paper.CertificatePaper;
import org.quitclaim.certificate.paper.LetterPaper;
import org.quitclaim.certificate.paper.ReceiptPaper;

/**
 * Checks a certificate with nothing but the file and, if there are, keys that are held to be the installation's.
 *
 * <p><b>Guarantees:</b> a file is accepted only if every byte of it is as it was issued. Reads JSON, the compact JWS and
 * the PDF; never fails on any input, and opens no connection.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class CertificateCheck {
    /** Far more than a certificate needs. */
    public static final int MOST_BYTES = 512 * 1024;

    private CertificateCheck() {}

    public static Verdict check(byte[] file, Optional<KnownKeys> known, Optional<String> code) {
        if (file.length > MOST_BYTES) {
            return new Refused(Flaw.UNREADABLE);
        }
        try {
            SignedCertificate signed = read(file, known);
            code.ifPresent(typed -> requireOpen(signed.certificate(), typed));
            return new Sound(signed, known.isPresent() ? Key.KNOWN : Key.SELF_ASSERTED, code.isPresent());
        } catch (FlawFound found) {
            return new Refused(found.flaw());
        }
    }

    private static SignedCertificate read(byte[] file, Optional<KnownKeys> known) {
        if (!CertificatePaper.isPaper(file)) {
            return SignedText.read(file, known);
        }
        byte[] inside = CertificatePaper.attached(file).orElseThrow(() -> new FlawFound(otherPaper(file)));
        SignedCertificate signed = SignedText.read(inside, known);
        if (!Arrays.equals(page(signed), file)) {
            throw new FlawFound(Flaw.PAGE_CHANGED);
        }
        return signed;
    }

    private static Flaw otherPaper(byte[] file) {
        if (LetterPaper.isLetter(file)) {
            return Flaw.LETTER;
        }
        return ReceiptPaper.isReceipt(file) ? Flaw.RECEIPT : Flaw.UNREADABLE;
    }

    /** A statement signed with somebody's own key may hold days that no calendar has, more than a page takes, or anything. */
    private static byte[] page(SignedCertificate signed) {
        try {
            return CertificatePaper.of(signed);
        } catch (RuntimeException e) {
            throw new FlawFound(Flaw.PAGE_CHANGED);
        }
    }

    private static void requireOpen(ErasureCertificate stated, String code) {
        try {
            if (!Commitment.of(stated.reference(), code).equals(stated.commitment())) {
                throw new FlawFound(Flaw.CODE_WRONG);
            }
        } catch (Commitment.MalformedCode e) {
            throw new FlawFound(Flaw.CODE_MALFORMED);
        }
    }
}
