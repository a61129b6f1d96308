package org.quitclaim.certificate.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.quitclaim.certificate.ConsentReceipt;
import org.quitclaim.certificate.coverage.CoverageWords;

/**
 * A receipt for people: English and Dutch beside each other, on as many pages as it needs, the JSON attached.
 *
 * <p><b>Guarantees:</b> follows from the receipt alone, byte for byte; holds no name.
 *
 * <p><b>Thread-safety:</b> safe.
 */
public final class ReceiptPaper {
    /** The name of the attached file. */
    public static final String ATTACHMENT = "receipt.json";

    /** Whoever signed for somebody else, as the record has it. */
    private static final String REPRESENTATIVE = "REPRESENTATIVE";

    private static final String TITLE = "Receipt ";
    private static final float MARGIN = 48;
    private static final float GAP = 24;
    private static final float SIZE = 9.5f;
    private static final float FOOT = 130;

    private final Column column;
    private final Words words;
    private final CoverageWords coverage;

    private ReceiptPaper(Column column, Words words, CoverageWords coverage) {
        this.column = column;
        this.words = words;
        this.coverage = coverage;
    }

    /** Whether this program made it as a receipt; not that it is as it was made. */
    public static boolean isReceipt(byte[] file) {
        return Sheet.isTitled(file, TITLE);
    }

    public static byte[] of(ConsentReceipt receipt) {
        ConsentReceipt.Permission record = receipt.record();
        Instant given = Instant.parse(record.eventTime());
        try (Sheet sheet = new Sheet(TITLE + record.recordId(), given)) {
            float width = (Sheet.WIDTH - 2 * MARGIN - GAP) / 2;
            float top = Sheet.HEIGHT - MARGIN;
            Column english = new Column(sheet, MARGIN, width, top);
            Column dutch = new Column(sheet, MARGIN + width + GAP, width, top);
            boolean forAnother = record.collection().by().equals(REPRESENTATIVE);
            new ReceiptPaper(english, Words.ENGLISH.forAnother(forAnother), CoverageWords.ENGLISH).write(record, given);
            new ReceiptPaper(dutch, Words.DUTCH.forAnother(forAnother), CoverageWords.DUTCH).write(record, given);
            foot(Column.below(english, dutch, MARGIN, Sheet.WIDTH - 2 * MARGIN), receipt);
            sheet.attach(ATTACHMENT, receipt.bytes());
            return sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ConsentReceipt.Permission record, Instant given) throws IOException {
        column.paragraph(words.say("receipt.title"), Face.BOLD, 17, Column.ACCENT);
        column.skip(4);
        plain(words.say("receipt.given", words.moment(given)));
        if (record.waitsForSecond()) {
            plain(words.say("receipt.waits"));
        }
        ConsentReceipt.Heading told = record.notice().in(words.language());
        if (!told.controller().isBlank()) {
            column.heading(words.say("receipt.heading.who"));
            plain(told.controller());
        }
        column.heading(words.say("receipt.heading.what"));
        column.paragraph(words.code("receipt.purpose", record.purpose()), Face.BOLD, SIZE, Column.INK);
        for (String line : coverage.places(record.covered())) {
            plain(line);
        }
        plain(words.code("receipt.coverage", record.coverage()));
        plain(coverage.term(record.covered()));
        column.heading(words.say("receipt.heading.basis"));
        plain(words.law(record.lawfulBasis()));
        plain(words.say(record.specialCategory() ? "receipt.special" : "receipt.ordinary"));
        column.heading(words.say("receipt.heading.confirmed"));
        plain(words.code("receipt.confirmed", record.collection().confirmation()));
        column.heading(words.say("receipt.heading.text"));
        plain(told.title());
        plain(words.say("receipt.text", words.languageName(record.notice().language())));
        column.heading(words.say("receipt.heading.back"));
        plain(words.say("receipt.back"));
    }

    private void plain(String text) throws IOException {
        column.paragraph(text, Face.PLAIN, SIZE, Column.INK);
    }

    private static void foot(Column facts, ConsentReceipt receipt) throws IOException {
        facts.keep(FOOT);
        facts.skip(12);
        facts.rule();
        facts.skip(6);
        fact(facts, "Record / Registratie", receipt.record().recordId());
        fact(facts, "SHA-256", receipt.sha256());
        fact(facts, "Text / Tekst", receipt.record().notice().noticeId());
        fact(
                facts,
                "SHA-256 of the text / van de tekst",
                receipt.record().notice().sha256());
        fact(facts, "Attached / Bijlage", ATTACHMENT);
    }

    private static void fact(Column facts, String label, String value) throws IOException {
        facts.paragraph(label, Face.PLAIN, Sheet.SMALLEST, Column.QUIET);
        facts.paragraph(value, Face.FIXED, Sheet.SMALLEST, Column.INK);
    }
}
