/** Every no goes to the ledger at the backup target, and comes back from it into a history that was restored. */
@NullMarked
package org.quitclaim.command.restore;

import org.jspecify.annotations.NullMarked;
