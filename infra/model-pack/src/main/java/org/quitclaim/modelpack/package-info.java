/** Builds the {@code face-api} ONNX model pack from the weights that a pinned npm package carries; used at build time only. */
@NullMarked
package org.quitclaim.modelpack;

import org.jspecify.annotations.NullMarked;
