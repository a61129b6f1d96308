package org.quitclaim.face.image;

/**
 * How much one photo may ask of this process; {@link PixelCost} says how many pixels.
 *
 * <p><b>Units</b>: bytes and pixels.
 */
public final class PhotoLimits {

    /** Larger than any JPEG a camera writes, smaller than what would fill the heap. */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    /** No side longer than a JPEG can be. */
    public static final int MAX_SIDE = 65_535;

    private PhotoLimits() {}
}
