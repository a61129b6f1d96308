/** Faceprints in memory and exact search among them. */
@NullMarked
package org.quitclaim.face.gallery;

import org.jspecify.annotations.NullMarked;
