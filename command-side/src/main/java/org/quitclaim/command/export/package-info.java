/** A person's copy of everything about her, and the receipts of what she allowed. */
@NullMarked
package org.quitclaim.command.export;

import org.jspecify.annotations.NullMarked;
