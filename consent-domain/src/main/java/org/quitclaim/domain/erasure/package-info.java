/** The work of erasing, from order to proof. */
@NullMarked
package org.quitclaim.domain.erasure;

import org.jspecify.annotations.NullMarked;
