/** The vault itself: Tink primitives, leases, locks, and the order of the durable steps. Knows no storage technology. */
@NullMarked
package org.quitclaim.vault.seal;

import org.jspecify.annotations.NullMarked;
