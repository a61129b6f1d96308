package org.quitclaim.face.pack;

import java.nio.file.Path;

/**
 * One ONNX graph of a pack whose SHA-256 was checked.
 *
 * <p><b>Shape</b>: the input is square, {@code inputSize} pixels a side, RGB, NCHW.
 */
public record ModelFile(Path path, int inputSize, Normalisation normalisation) {}
