/** Who of staff and which machines may work with the system, and who agreed to it. */
@NullMarked
package org.quitclaim.domain.access;

import org.jspecify.annotations.NullMarked;
