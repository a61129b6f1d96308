package org.quitclaim.face.gallery;

import java.util.Arrays;

/** The places that may still hold the nearest or the second-nearest person, in order, and how near they are at least. */
final class Contenders {
    private int[] places = new int[256];
    private double[] atLeast = new double[256];
    private int count;

    void add(int place, double distanceAtLeast) {
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
            atLeast = Arrays.copyOf(atLeast, count * 2);
        }
        places[count] = place;
        atLeast[count++] = distanceAtLeast;
    }

    /** Those within reach. */
    int[] within(double reach) {
        int[] left = new int[count];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (atLeast[i] <= reach) {
                left[kept++] = places[i];
            }
        }
        return Arrays.copyOf(left, kept);
    }
}
