/** Generations of the key-encryption key: which one wraps, and how one is retired without losing anything. */
@NullMarked
package org.quitclaim.vault.epoch;

import org.jspecify.annotations.NullMarked;
