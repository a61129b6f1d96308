/** ONNX Runtime sessions and how pixels become their input. */
@NullMarked
package org.quitclaim.face.onnx;

import org.jspecify.annotations.NullMarked;
