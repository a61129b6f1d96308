/**
 * The vault as the rest of the system sees it: keys per owner and scope, sealed records, erasure with a receipt.
 *
 * <p>Nothing in here hands out a key or a primitive; callers name keys and records and receive plaintext only against an
 * {@link org.quitclaim.vault.AccessReason}.
 */
@NullMarked
package org.quitclaim.vault;

import org.jspecify.annotations.NullMarked;
