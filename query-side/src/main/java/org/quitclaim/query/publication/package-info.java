/** Publications and what has to go offline. */
@NullMarked
package org.quitclaim.query.publication;

import org.jspecify.annotations.NullMarked;
