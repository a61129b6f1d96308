/** Opens a vault over one data folder with its key-encryption key beside it. */
@NullMarked
package org.quitclaim.vault.embedded;

import org.jspecify.annotations.NullMarked;
