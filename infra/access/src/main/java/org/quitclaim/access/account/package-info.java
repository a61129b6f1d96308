/** Staff accounts, sealed in the vault, and how they are made, listed and removed. */
@NullMarked
package org.quitclaim.access.account;

import org.jspecify.annotations.NullMarked;
