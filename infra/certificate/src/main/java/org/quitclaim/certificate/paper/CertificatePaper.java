package org.quitclaim.certificate.paper;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.ErasureCertificate.Status;
import org.quitclaim.certificate.SignedCertificate;

/**
 * The certificate for people: English and Dutch beside each other, on as many pages as it needs, the signed JSON attached.
 *
 * <p><b>Guarantees:</b> follows from the signed statement alone, byte for byte, so that a changed page is found by making
 * it again.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class CertificatePaper {
    /** The name of the attached file. */
    public static final String ATTACHMENT = "certificate.json";

    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String BEGIN = "stream\r\n{\"certificate\":";
    private static final String END = "\r\nendstream";
    private static final float MARGIN = 42;
    private static final float GAP = 22;
    private static final float QR = 84;
    private static final float FOOT = 150;

    private CertificatePaper() {}

    public static boolean isPaper(byte[] file) {
        return file.length > MAGIC.length && Arrays.equals(Arrays.copyOf(file, MAGIC.length), MAGIC);
    }

    /** The signed JSON inside; found without reading the PDF as such, because it lies there as it is. */
    public static Optional<byte[]> attached(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END, Math.max(begin, 0));
        int from = begin + BEGIN.indexOf('{');
        return begin < 0 || end < from ? Optional.empty() : Optional.of(Arrays.copyOfRange(file, from, end));
    }

    public static byte[] of(SignedCertificate signed) {
        ErasureCertificate certificate = signed.certificate();
        try (Sheet sheet = new Sheet("Erasure certificate " + certificate.reference(), certificate.issuedAt())) {
            float width = (Sheet.WIDTH - 2 * MARGIN - GAP) / 2;
            float top = Sheet.HEIGHT - MARGIN - 4;
            Column english = new Column(sheet, MARGIN, width, top);
            Column dutch = new Column(sheet, MARGIN + width + GAP, width, top);
            new Statement(english, Words.ENGLISH).write(certificate);
            new Statement(dutch, Words.DUTCH).write(certificate);
            foot(Column.below(english, dutch, MARGIN, Sheet.WIDTH - 2 * MARGIN), signed);
            sheet.attach(ATTACHMENT, signed.bytes());
            return sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Color colour(Status status) {
        return switch (status) {
            case PROVISIONAL -> new Color(0x9a5b00);
            case FINAL -> new Color(0x1b6e3c);
        };
    }

    private static void foot(Column column, SignedCertificate signed) throws IOException {
        ErasureCertificate certificate = signed.certificate();
        column.keep(FOOT);
        column.skip(10);
        column.rule();
        column.skip(6);
        URI checkAt = certificate.checkAt();
        if (checkAt != null) {
            column.qrCode(checkAt.toString(), QR);
        }
        Column facts = column.beside(QR + 16);
        if (checkAt != null) {
            line(facts, "Check this / Controleer dit", checkAt.toString());
        }
        ErasureCertificate.Controller controller = certificate.controller();
        if (controller != null) {
            line(
                    facts,
                    "Controller, as declared / Verantwoordelijke, naar eigen opgave",
                    Face.printable(
                            controller.name() + (controller.contact() == null ? "" : ", " + controller.contact())));
        }
        line(facts, "Reference / Kenmerk", certificate.reference());
        line(facts, "Installation / Installatie", certificate.installation());
        line(facts, "Signed with key / Ondertekend met sleutel", signed.keyId());
        line(facts, "Commitment / Verbintenis", certificate.commitment());
        facts.skip(2);
        facts.paragraph(
                "%s \u00b7 %s \u00b7 %s"
                        .formatted(
                                certificate.software(),
                                Words.ENGLISH.moment(certificate.issuedAt()),
                                "attached / bijlage: " + ATTACHMENT),
                Face.PLAIN,
                Sheet.SMALLEST,
                Column.QUIET);
    }

    private static void line(Column facts, String label, String value) throws IOException {
        facts.paragraph(label, Face.PLAIN, Sheet.SMALLEST, Column.QUIET);
        facts.paragraph(value, Face.FIXED, Sheet.SMALLEST, Column.INK);
    }
}
