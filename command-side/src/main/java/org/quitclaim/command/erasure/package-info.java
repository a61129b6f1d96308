/** Carrying out erasure orders. */
@NullMarked
package org.quitclaim.command.erasure;

import org.jspecify.annotations.NullMarked;
