/** The person's own page: read, sign, see, withdraw. */
@NullMarked
package org.quitclaim.command.portal;

import org.jspecify.annotations.NullMarked;
