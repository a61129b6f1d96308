package org.quitclaim.certificate.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.certificate.Commitment;
import org.quitclaim.certificate.ErasureCertificate;
import org.quitclaim.certificate.ErasureCertificate.Status;
import org.quitclaim.certificate.Milestone;
import org.quitclaim.certificate.OrganisationDetails;

/**
 * The letter to the person: what was erased, what remains and why, and the code that shows that a certificate is about
 * her.
 *
 * <p><b>Guarantees:</b> holds no name; there is room to write one by hand. Signed by nobody: what counts is the
 * certificate.
 *
 * <p><b>Source:</b> GDPR Art. 11(2), 12(1), 12(3), 17(3).
 */
public final class LetterPaper {
    private static final float MARGIN = 64;
    private static final float TOP = 48;
    private static final float SIZE = 9.5f;
    private static final float QR = 76;

    private static final String TITLE = "Letter about ";

    private LetterPaper() {}

    /** Whether this program made it as a letter; not that it is as it was made. */
    public static boolean isLetter(byte[] file) {
        return Sheet.isTitled(file, TITLE);
    }

    /** @param code the code in its plain form */
    public static byte[] of(ErasureCertificate certificate, String code, OrganisationDetails organisation) {
        return of(certificate, code, organisation, false);
    }

    /** @param represented whether somebody may answer for the person, and read this: then it says "the person", not "you" */
    public static byte[] of(
            ErasureCertificate certificate, String code, OrganisationDetails organisation, boolean represented) {
        try (Sheet sheet = new Sheet(TITLE + certificate.reference(), certificate.issuedAt())) {
            Column column = new Column(sheet, MARGIN, Sheet.WIDTH - 2 * MARGIN, Sheet.HEIGHT - TOP);
            head(column, certificate.controller());
            write(column, Words.ENGLISH.forAnother(represented), certificate, organisation);
            column.skip(10);
            write(column, Words.DUTCH.forAnother(represented), certificate, organisation);
            foot(column, certificate, code);
            return sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who writes, in the organisation's own words; nothing where it declared none. */
    private static void head(Column column, ErasureCertificate.@Nullable Controller controller) throws IOException {
        if (controller == null) {
            return;
        }
        column.paragraph(Face.printable(controller.name()), Face.BOLD, 11, Column.INK);
        if (controller.contact() != null) {
            column.paragraph(Face.printable(controller.contact()), Face.PLAIN, SIZE, Column.QUIET);
        }
        column.skip(10);
    }

    private static void write(
            Column column, Words words, ErasureCertificate certificate, OrganisationDetails organisation)
            throws IOException {
        column.paragraph(words.say("letter.title"), Face.BOLD, 15, Column.ACCENT);
        column.paragraph(
                words.say("letter.dated", words.day(day(certificate)), certificate.reference()),
                Face.PLAIN,
                SIZE,
                Column.QUIET);
        column.skip(4);
        String what = certificate.keys().stream()
                .filter(key -> !isPhoto(key))
                .map(key -> words.code("scope", key.scope()))
                .distinct()
                .collect(Collectors.joining("; "));
        boolean done = certificate.keys().stream().allMatch(key -> key.keyDestroyed() instanceof Milestone.Done);
        String yet = done ? "" : ".not-yet";
        column.paragraph(words.say("letter.what" + yet, what), Face.PLAIN, SIZE, Column.INK);
        long photos = certificate.keys().stream().filter(LetterPaper::isPhoto).count();
        if (photos > 0) {
            String how = Statement.coversPhotos(certificate) ? "covered" : "removed";
            column.paragraph(words.counted("letter.photos." + how + yet, photos), Face.PLAIN, SIZE, Column.INK);
        }
        column.paragraph(
                words.say(
                        "letter.why", words.toThem("cause", certificate.order().cause())),
                Face.PLAIN,
                SIZE,
                Column.INK);
        if (certificate.status() == Status.PROVISIONAL) {
            column.paragraph(words.say("letter.provisional"), Face.PLAIN, SIZE, Column.INK);
        }
        Optional<String> told = recipients(certificate);
        if (told.isPresent()) {
            column.paragraph(words.say(told.get()), Face.PLAIN, SIZE, Column.INK);
        }
        column.skip(4);
        column.paragraph(words.say("letter.remains"), Face.PLAIN, SIZE, Column.INK);
        for (ErasureCertificate.Residual residual : certificate.residuals()) {
            column.bullet(words.residual(residual, true), SIZE - 1);
        }
        column.skip(4);
        column.paragraph(
                words.say(certificate.checkAt() == null ? "letter.code.no-address" : "letter.code"),
                Face.PLAIN,
                SIZE,
                Column.INK);
        column.skip(4);
        column.paragraph(words.say(rights(certificate)), Face.PLAIN, SIZE, Column.INK);
        if (organisation.dpoContact() != null) {
            declared(column, words.say("letter.dpo", organisation.dpoContact()));
        }
    }

    /** Where a use was cleared; whether they answered is not said before they did. */
    private static Optional<String> recipients(ErasureCertificate certificate) {
        boolean published =
                certificate.residuals().stream().anyMatch(left -> left.code().equals("PUBLISHED_COPIES"));
        return certificate.steps().stream()
                .filter(step -> published && step.code().equals("RECIPIENTS_TOLD"))
                .map(step -> step.milestone() instanceof Milestone.Done ? ".done" : ".not-yet")
                .map("letter.recipients"::concat)
                .findFirst();
    }

    private static LocalDate day(ErasureCertificate certificate) {
        return certificate.issuedAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean isPhoto(ErasureCertificate.DestroyedKey key) {
        return key.scope().equals("PHOTO");
    }

    private static void declared(Column column, String text) throws IOException {
        column.paragraph(Face.printable(text), Face.PLAIN, SIZE, Column.INK);
    }

    /** Only where neither the identity nor what was signed is left, nobody can be found any more. */
    private static String rights(ErasureCertificate certificate) {
        boolean identityGone =
                certificate.keys().stream().anyMatch(key -> key.scope().equals("IDENTITY"));
        boolean signedKept =
                certificate.residuals().stream().anyMatch(left -> left.code().equals("EVIDENCE_KEPT"));
        return identityGone && !signedKept ? "letter.rights.IDENTITY" : "letter.rights.OTHER";
    }

    private static void foot(Column column, ErasureCertificate certificate, String code) throws IOException {
        column.keep(QR + 40);
        column.skip(10);
        column.rule();
        column.skip(10);
        URI checkAt = certificate.checkAt();
        if (checkAt != null) {
            column.qrCode(checkAt.toString(), QR);
        }
        Column facts = column.beside(QR + 20);
        facts.paragraph("Code", Face.PLAIN, Sheet.SMALLEST, Column.QUIET);
        facts.paragraph(Commitment.printed(code), Face.FIXED, 15, Column.INK);
        facts.skip(3);
        facts.paragraph("Certificate / Bewijs", Face.PLAIN, Sheet.SMALLEST, Column.QUIET);
        facts.paragraph(certificate.reference(), Face.FIXED, 9, Column.INK);
        if (checkAt != null) {
            facts.paragraph("Check / Controleer", Face.PLAIN, Sheet.SMALLEST, Column.QUIET);
            facts.paragraph(checkAt.toString(), Face.FIXED, 9, Column.INK);
        }
    }
}
