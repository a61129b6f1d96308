package org.quitclaim.face.gallery;

import java.util.Arrays;

/** Space on the heap for the first look at one block; {@link #overwrite} it. */
final class CoarseScratch {
    final int[] words = new int[GalleryBlock.CAPACITY];
    final int[] products = new int[GalleryBlock.CAPACITY];
    final float[] scales = new float[GalleryBlock.CAPACITY];
    final float[] floors = new float[GalleryBlock.CAPACITY];

    void overwrite() {
        Arrays.fill(words, 0);
        Arrays.fill(products, 0);
        Arrays.fill(scales, 0);
        Arrays.fill(floors, 0);
    }
}
