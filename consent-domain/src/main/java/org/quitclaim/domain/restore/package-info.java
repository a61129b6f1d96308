/** Which events say no, and have to be said again by a history that was restored from before them. */
@NullMarked
package org.quitclaim.domain.restore;

import org.jspecify.annotations.NullMarked;
