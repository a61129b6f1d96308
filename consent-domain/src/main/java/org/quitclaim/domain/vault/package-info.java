/** Words by which events and commands refer to what lies sealed in the vault. */
@NullMarked
package org.quitclaim.domain.vault;

import org.jspecify.annotations.NullMarked;
