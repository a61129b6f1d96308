/** Decisions about the installation as a whole: above all, whether recognition may be switched on. */
@NullMarked
package org.quitclaim.domain.governance;

import org.jspecify.annotations.NullMarked;
