/** Stores that live as long as the process, for tests of other modules. */
@NullMarked
package org.quitclaim.vault.memory;

import org.jspecify.annotations.NullMarked;
