/** Photos in the clear, for as short as the work takes, and the memory they may take. */
@NullMarked
package org.quitclaim.command.image;

import org.jspecify.annotations.NullMarked;
