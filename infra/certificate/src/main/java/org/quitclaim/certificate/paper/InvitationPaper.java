package org.quitclaim.certificate.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.quitclaim.certificate.OrganisationDetails;

/**
 * The letter that brings a link to somebody who cannot be reached by mail.
 *
 * <p><b>Guarantees:</b> holds no name and nothing of what is asked; there is room to write a name by hand. In both
 * languages.
 */
public final class InvitationPaper {
    private static final float MARGIN = 64;
    private static final float TOP = 56;
    private static final float SIZE = 10.5f;
    private static final float QR = 132;

    private InvitationPaper() {}

    /**
     * @param link whoever has it can answer in her name
     * @param last the last day on which it answers
     */
    public static byte[] of(URI link, OrganisationDetails organisation, LocalDate last, Instant printed) {
        try (Sheet sheet = new Sheet("Letter / Brief", printed)) {
            Column column = new Column(sheet, MARGIN, Sheet.WIDTH - 2 * MARGIN, Sheet.HEIGHT - TOP);
            head(column, organisation);
            column.paragraph(
                    Words.DUTCH.say("invitation.for") + " / " + Words.ENGLISH.say("invitation.for")
                            + " ______________________________",
                    Face.PLAIN,
                    SIZE,
                    Column.QUIET);
            column.skip(14);
            write(column, Words.DUTCH, last);
            column.skip(12);
            write(column, Words.ENGLISH, last);
            column.keep(QR + 60);
            column.skip(14);
            column.qrCode(link.toString(), QR);
            column.skip(QR + 14);
            column.paragraph(link.toString(), Face.FIXED, SIZE - 1.5f, Column.INK);
            return sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void head(Column column, OrganisationDetails organisation) throws IOException {
        if (organisation.name() != null) {
            column.paragraph(Face.printable(organisation.name()), Face.BOLD, 12, Column.INK);
        }
        if (organisation.contact() != null) {
            column.paragraph(Face.printable(organisation.contact()), Face.PLAIN, SIZE, Column.QUIET);
        }
        column.skip(18);
    }

    private static void write(Column column, Words words, LocalDate last) throws IOException {
        column.paragraph(words.say("invitation.title"), Face.BOLD, 15, Column.ACCENT);
        column.skip(4);
        column.paragraph(words.say("invitation.open"), Face.PLAIN, SIZE, Column.INK);
        column.paragraph(words.say("invitation.free"), Face.PLAIN, SIZE, Column.INK);
        column.paragraph(words.say("invitation.alone"), Face.PLAIN, SIZE, Column.INK);
        column.paragraph(words.say("invitation.until", words.day(last)), Face.PLAIN, SIZE, Column.INK);
    }
}
