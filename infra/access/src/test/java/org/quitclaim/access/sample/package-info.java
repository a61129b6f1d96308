/** An application to put access control in front of. */
@NullMarked
package org.quitclaim.access.sample;

import org.jspecify.annotations.NullMarked;
