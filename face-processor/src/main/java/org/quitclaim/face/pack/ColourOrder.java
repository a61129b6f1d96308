package org.quitclaim.face.pack;

/** In which order a network wants its planes; channels are counted red, green, blue here. */
enum ColourOrder {
    RGB,
    BGR;

    int plane(int channel) {
        return this == RGB ? channel : 2 - channel;
    }
}
