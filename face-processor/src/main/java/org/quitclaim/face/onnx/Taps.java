package org.quitclaim.face.onnx;

/**
 * For each output position along one axis: the two source positions in the image and how far between them.
 *
 * <p><b>Units</b>: image pixels; −1 stands for padding.
 */
record Taps(int[] first, int[] second, float[] fraction) {

    private static final int PADDING = -1;

    /**
     * @param size output positions
     * @param side the padded square's side in image pixels
     * @param start where the region begins in the image
     * @param length how many pixels of the square the region fills along this axis
     */
    static Taps of(int size, int side, int start, int length, boolean isCentred) {
        int before = isCentred ? (side - length) / 2 : 0;
        float step = (float) side / size;
        int[] first = new int[size];
        int[] second = new int[size];
        float[] fraction = new float[size];
        for (int i = 0; i < size; i++) {
            float at = i * step;
            int low = (int) Math.floor(at);
            int high = Math.min((int) Math.ceil(at), side - 1);
            first[i] = position(low - before, start, length);
            second[i] = position(high - before, start, length);
            fraction[i] = at - low;
        }
        return new Taps(first, second, fraction);
    }

    private static int position(int inRegion, int start, int length) {
        return inRegion < 0 || inRegion >= length ? PADDING : start + inRegion;
    }
}
