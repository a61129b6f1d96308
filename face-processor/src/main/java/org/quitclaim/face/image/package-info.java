/** Photos in and renditions out: bytes to upright pixels, pixels to clean JPEG. */
@NullMarked
package org.quitclaim.face.image;

import org.jspecify.annotations.NullMarked;
