package org.quitclaim.certificate.paper;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A piece of text where a reader of PDF sees it. */
record Placed(int page, String text, float size, Rectangle2D box) {
    /** Descenders may touch the line below. */
    private static final float TOUCHING = 0.6f;

    static List<Placed> on(byte[] paper) throws IOException {
        List<Placed> found = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(paper)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition at) {
                    float height = at.getFontSizeInPt() * TOUCHING;
                    found.add(new Placed(
                            getCurrentPageNo(),
                            at.getUnicode(),
                            at.getFontSizeInPt(),
                            new Rectangle2D.Float(
                                    at.getXDirAdj(), at.getYDirAdj() - height, at.getWidthDirAdj(), height)));
                }
            }.getText(document);
        }
        return found;
    }

    boolean overlaps(Placed other) {
        double margin = 0.4;
        return page == other.page
                && box.getMinX() + margin < other.box.getMaxX()
                && other.box.getMinX() + margin < box.getMaxX()
                && box.getMinY() + margin < other.box.getMaxY()
                && other.box.getMinY() + margin < box.getMaxY();
    }
}
