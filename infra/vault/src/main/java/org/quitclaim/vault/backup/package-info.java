/** Copies of a data folder without the key-encryption key, and what it takes to bring one back without anybody erased. */
@NullMarked
package org.quitclaim.vault.backup;

import org.jspecify.annotations.NullMarked;
