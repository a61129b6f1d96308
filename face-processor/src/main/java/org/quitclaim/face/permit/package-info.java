/** The values without which no embedding can be computed. */
@NullMarked
package org.quitclaim.face.permit;

import org.jspecify.annotations.NullMarked;
