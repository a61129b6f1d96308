package org.quitclaim.face.pack;

/**
 * How a colour byte becomes a network's input value: {@code (byte − mean) · scale}, mean per channel in the order red,
 * green, blue.
 */
public record Normalisation(float[] mean, float scale) {

    public float apply(int channel, float value) {
        return (value - mean[channel]) * scale;
    }
}
