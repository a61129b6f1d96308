package org.quitclaim.face.pack;

/**
 * The embedder of a pack.
 *
 * <p><b>Shape</b>: its one output, or the one named {@code descriptor}, is N×{@code dimension}.
 */
public record EmbedderModel(ModelFile file, int dimension, Metric metric) {

    /** How two vectors are compared. */
    public enum Metric {
        /** As the network gives them. */
        EUCLIDEAN,
        /**
         * Made one unit long, and then Euclidean, which is the same order: {@code distance = √(2 − 2 · cosine)}, 0..2.
         */
        COSINE
    }
}
