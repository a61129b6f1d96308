package org.quitclaim.face.pack;

/** The embedder of a pack: {@code float[dimension]}, Euclidean, not normalised. */
public record EmbedderModel(ModelFile file, int dimension) {}
