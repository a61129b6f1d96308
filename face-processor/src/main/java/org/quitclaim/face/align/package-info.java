/** Laying the box around a face in the way the embedder was trained on. */
@NullMarked
package org.quitclaim.face.align;

import org.jspecify.annotations.NullMarked;
