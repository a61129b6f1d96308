package org.quitclaim.face.image;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.util.List;
import org.quitclaim.domain.photo.Box;
import org.quitclaim.domain.photo.CoverStyle;

/**
 * Makes what leaves the house: a rendition with some faces covered, or a small preview.
 *
 * <p><b>Guarantees</b>: a covered face is replaced by an opaque {@link CoverStyle} that depends on nothing in the picture, with a
 * margin for hair and ears, before anything is compressed, so it cannot be brought back; the JPEG is written from pixels
 * alone and holds no EXIF, XMP, IPTC, thumbnail or colour profile.
 *
 * <p><b>Units</b>: boxes are 0..1 of the upright image; sides are pixels.
 *
 * <p><b>Thread-safety</b>: stateless.
 *
 * <p><b>Source</b>: R42, R44.
 */
public final class RenditionEncoder {

    /** How far beyond the face box the fill reaches, as a fraction of the box, on each side. */
    public static final double MARGIN = Box.MARGIN;

    /** Hair, shoulders and who stands beside help to tell somebody. */
    private static final double AROUND_CUT = 0.75;

    private static final float KEPT_QUALITY = 0.97f;
    private static final float RENDITION_QUALITY = 0.92f;
    private static final float PREVIEW_QUALITY = 0.8f;

    private final CoverStyle style;

    /** With blocks. */
    public RenditionEncoder() {
        this(CoverStyle.BLOCK);
    }

    public RenditionEncoder(CoverStyle style) {
        this.style = style;
    }

    public CoverStyle style() {
        return style;
    }

    /** As this one, with covers of that style. */
    public RenditionEncoder in(CoverStyle wanted) {
        return wanted == style ? this : new RenditionEncoder(wanted);
    }

    /** What is kept of a photo that another program decoded. */
    public byte[] developed(UprightImage image) {
        return CleanJpeg.write(PixelPacking.unpack(image), KEPT_QUALITY);
    }

    /** The whole photo at full size, faces in {@code covered} filled. */
    public byte[] encode(UprightImage image, List<Box> covered) {
        return CleanJpeg.write(withCovered(image, covered), RENDITION_QUALITY);
    }

    /** Only what is kept, with the same margin, and of that what is not covered: where not everybody is marked. */
    public byte[] encodeOnly(UprightImage image, List<Box> kept, List<Box> covered) {
        BufferedImage picture = PixelPacking.unpack(image);
        Area outside = new Area(new Rectangle(image.width(), image.height()));
        kept.forEach(box -> outside.subtract(new Area(reach(image, box))));
        Graphics2D graphics = opaque(picture);
        CoverPainter.blank(graphics, outside);
        cover(graphics, image, covered);
        graphics.dispose();
        return CleanJpeg.write(picture, RENDITION_QUALITY);
    }

    /**
     * At most {@code longestSide} pixels, with the watermark across it.
     *
     * @param watermark shown as given; empty for none
     */
    public byte[] preview(UprightImage image, List<Box> covered, int longestSide, String watermark) {
        BufferedImage full = withCovered(image, covered);
        double scale = Math.min(1, (double) longestSide / Math.max(image.width(), image.height()));
        int width = Math.max(1, (int) Math.round(image.width() * scale));
        int height = Math.max(1, (int) Math.round(image.height() * scale));
        BufferedImage small = Downscaling.to(full, width, height);
        if (!watermark.isEmpty()) {
            Watermark.draw(small, watermark);
        }
        return CleanJpeg.write(small, PREVIEW_QUALITY);
    }

    /**
     * One box and what is around it, at most {@code longestSide} pixels and never enlarged.
     *
     * <p><b>Guarantees</b>: whoever is covered is covered before anything of it is made smaller.
     */
    public byte[] cut(UprightImage image, List<Box> covered, Box box, int longestSide) {
        Rectangle around = grown(image, box, AROUND_CUT).intersection(new Rectangle(image.width(), image.height()));
        UprightImage part =
                image.part(new PixelRegion(around.x, around.y, Math.max(1, around.width), Math.max(1, around.height)));
        BufferedImage picture = PixelPacking.unpack(part);
        Graphics2D graphics = opaque(picture);
        graphics.translate(-around.x, -around.y);
        cover(graphics, image, covered);
        graphics.dispose();
        double scale = Math.min(1, (double) longestSide / Math.max(part.width(), part.height()));
        int width = Math.max(1, (int) Math.round(part.width() * scale));
        int height = Math.max(1, (int) Math.round(part.height() * scale));
        return CleanJpeg.write(Downscaling.to(picture, width, height), RENDITION_QUALITY);
    }

    private BufferedImage withCovered(UprightImage image, List<Box> covered) {
        BufferedImage picture = PixelPacking.unpack(image);
        Graphics2D graphics = opaque(picture);
        cover(graphics, image, covered);
        graphics.dispose();
        return picture;
    }

    private void cover(Graphics2D graphics, UprightImage image, List<Box> covered) {
        CoverPainter.draw(
                style, graphics, covered.stream().map(box -> reach(image, box)).toList());
    }

    private static Graphics2D opaque(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        return graphics;
    }

    /** The pixels of a box and its margin. */
    private static Rectangle reach(UprightImage image, Box box) {
        return grown(image, box, MARGIN);
    }

    private static Rectangle grown(UprightImage image, Box box, double margin) {
        int left = (int) Math.floor((box.x() - margin * box.width()) * image.width());
        int top = (int) Math.floor((box.y() - margin * box.height()) * image.height());
        int right = (int) Math.ceil((box.x() + (1 + margin) * box.width()) * image.width());
        int bottom = (int) Math.ceil((box.y() + (1 + margin) * box.height()) * image.height());
        return new Rectangle(left, top, right - left, bottom - top);
    }
}
