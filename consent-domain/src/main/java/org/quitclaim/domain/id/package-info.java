/** The ids of everything that events speak of: random, opaque, one type each, so that one cannot be taken for another. */
@NullMarked
package org.quitclaim.domain.id;

import org.jspecify.annotations.NullMarked;
