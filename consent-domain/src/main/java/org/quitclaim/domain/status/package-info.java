/** The colour of a rendition for a channel, context and day. */
@NullMarked
package org.quitclaim.domain.status;

import org.jspecify.annotations.NullMarked;
