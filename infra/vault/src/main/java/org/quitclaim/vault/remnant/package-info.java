/** Looking in every store for what should be gone. */
@NullMarked
package org.quitclaim.vault.remnant;

import org.jspecify.annotations.NullMarked;
