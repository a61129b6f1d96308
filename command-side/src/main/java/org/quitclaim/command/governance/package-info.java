/** Decisions about the installation: whether recognition may be on. */
@NullMarked
package org.quitclaim.command.governance;

import org.jspecify.annotations.NullMarked;
