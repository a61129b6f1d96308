/** Sealing what commands refer to before the event that names it. */
@NullMarked
package org.quitclaim.command.vault;

import org.jspecify.annotations.NullMarked;
