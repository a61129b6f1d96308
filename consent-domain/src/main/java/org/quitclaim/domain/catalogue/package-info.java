/** The one list of all events: each with its name on disk. */
@NullMarked
package org.quitclaim.domain.catalogue;

import org.jspecify.annotations.NullMarked;
