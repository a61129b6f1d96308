package org.quitclaim.certificate.paper;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * A4 pages that become a PDF; as many as what is written needs.
 *
 * <p><b>Guarantees:</b> the same drawing gives the same bytes on every machine: nothing is compressed, no font is put in,
 * and the only time in it is the given one.
 *
 * <p><b>Units:</b> points of 1/72 inch from the lower left corner.
 */
final class Sheet implements AutoCloseable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    /** Smaller print is not read by everybody. */
    static final float SMALLEST = 8;

    private static final float BAR = 10;
    private static final float LEFT_OF_NUMBER = 42;

    private final PDDocument document = new PDDocument();
    private final List<PDPageContentStream> pages = new ArrayList<>();
    private final String title;

    Sheet(String title, Instant made) throws IOException {
        this.title = title;
        GregorianCalendar time = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Quitclaim");
        document.getDocumentInformation().setCreationDate(time);
        document.getDocumentCatalog().setLanguage("en");
        document.setDocumentId(made.toEpochMilli());
    }

    /** Whether a file is a PDF with a title that begins so; it lies there as it is, since nothing is compressed. */
    static boolean isTitled(byte[] file, String beginning) {
        return new String(file, StandardCharsets.ISO_8859_1).contains("/Title (" + beginning);
    }

    /** The page of this number, from 0; it and those before it are made if they are not there. */
    private PDPageContentStream page(int number) throws IOException {
        while (pages.size() <= number) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            pages.add(new PDPageContentStream(document, page, AppendMode.OVERWRITE, false));
            box(pages.size() - 1, Column.ACCENT, 0, HEIGHT - BAR, WIDTH, BAR);
        }
        return pages.get(number);
    }

    void text(int page, String line, Face face, float size, Color ink, float x, float y) throws IOException {
        PDPageContentStream content = page(page);
        content.beginText();
        content.setFont(face.font(), size);
        content.setNonStrokingColor(ink);
        content.newLineAtOffset(x, y);
        content.showText(Lines.printable(line));
        content.endText();
    }

    void box(int page, Color ink, float x, float y, float width, float height) throws IOException {
        PDPageContentStream content = page(page);
        content.setNonStrokingColor(ink);
        content.addRect(x, y, width, height);
        content.fill();
    }

    void attach(String name, byte[] bytes) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
        file.setSubtype("application/json");
        file.setSize(bytes.length);
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(name);
        specification.setFileUnicode(name);
        specification.setEmbeddedFile(file);
        specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Source");
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }

    byte[] finish() throws IOException {
        for (int page = 0; page < pages.size(); page++) {
            String number = title + " \u00b7 " + (page + 1) + " / " + pages.size();
            text(page, number, Face.PLAIN, SMALLEST, Column.QUIET, LEFT_OF_NUMBER, HEIGHT - BAR - SMALLEST - 4);
            pages.get(page).close();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
