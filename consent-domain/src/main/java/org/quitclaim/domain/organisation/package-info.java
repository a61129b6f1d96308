/** Who the controller is, as it describes itself. */
@NullMarked
package org.quitclaim.domain.organisation;

import org.jspecify.annotations.NullMarked;
