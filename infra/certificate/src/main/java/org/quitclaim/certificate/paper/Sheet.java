package org.quitclaim.certificate.paper;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
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
 * One A4 page that becomes a PDF.
 *
 * <p><b>Guarantees:</b> the same drawing gives the same bytes on every machine: nothing is compressed, no font is put in,
 * and the only time in it is the given one.
 *
 * <p><b>Units:</b> points of 1/72 inch from the lower left corner.
 */
final class Sheet implements AutoCloseable {
    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDDocument document = new PDDocument();
    private final PDPageContentStream content;

    Sheet(String title, Instant made) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, false);
        GregorianCalendar time = GregorianCalendar.from(made.atZone(ZoneOffset.UTC));
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setProducer("Quitclaim");
        document.getDocumentInformation().setCreationDate(time);
        document.getDocumentCatalog().setLanguage("en");
        document.setDocumentId(made.toEpochMilli());
    }

    void text(String line, Face face, float size, Color ink, float x, float y) throws IOException {
        content.beginText();
        content.setFont(face.font(), size);
        content.setNonStrokingColor(ink);
        content.newLineAtOffset(x, y);
        content.showText(Lines.printable(line));
        content.endText();
    }

    void box(Color ink, float x, float y, float width, float height) throws IOException {
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
        content.close();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes, CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
