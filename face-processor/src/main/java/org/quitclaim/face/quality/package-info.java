/** Whether a face is good enough to be known again by. */
@NullMarked
package org.quitclaim.face.quality;

import org.jspecify.annotations.NullMarked;
