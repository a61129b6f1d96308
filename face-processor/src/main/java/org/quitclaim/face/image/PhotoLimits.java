package org.quitclaim.face.image;

/**
 * How much one photo may ask of this process.
 *
 * <p><b>Units</b>: bytes and pixels.
 */
public final class PhotoLimits {

    /** Larger than any JPEG a camera writes, smaller than what would fill the heap. */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    /** 100 megapixels: full-frame cameras end at 61. Checked on the header, before anything is decoded. */
    public static final long MAX_PIXELS = 100_000_000;

    /** No side longer than a JPEG can be. */
    public static final int MAX_SIDE = 65_535;

    /** Decoded, while it is being turned upright, and once more while it is encoded again. */
    public static final int BYTES_PER_PIXEL = 9;

    /** The same for sixteen bits and a transparency, which the decoder may put in memory first. */
    public static final int BYTES_PER_DEEP_PIXEL = 14;

    private PhotoLimits() {}
}
