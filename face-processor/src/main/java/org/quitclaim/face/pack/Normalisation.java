package org.quitclaim.face.pack;

/**
 * How a colour byte becomes a network's input value: {@code (byte − mean) · scale}, mean per channel in the order red,
 * green, blue whatever the order of the planes.
 *
 * @param order in which order the network wants its three planes
 */
public record Normalisation(float[] mean, float scale, ColourOrder order) {

    public float apply(int channel, float value) {
        return (value - mean[channel]) * scale;
    }

    /** Which plane of the input the channel fills. */
    public int plane(int channel) {
        return order.plane(channel);
    }
}
