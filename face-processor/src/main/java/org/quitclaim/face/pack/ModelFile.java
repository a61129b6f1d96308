package org.quitclaim.face.pack;

import java.nio.file.Path;

/**
 * One ONNX graph of a pack whose SHA-256 was checked.
 *
 * <p><b>Shape</b>: one input, NCHW with three planes, square with {@code inputSize} pixels a side.
 *
 * @param sha256 in lower-case hexadecimal digits
 */
public record ModelFile(Path path, String sha256, int inputSize, Normalisation normalisation) {}
