/** Declaring faceprint keys compromised, and what follows. */
@NullMarked
package org.quitclaim.command.breach;

import org.jspecify.annotations.NullMarked;
