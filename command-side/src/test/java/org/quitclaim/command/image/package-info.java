/** Photos in memory. */
@NullMarked
package org.quitclaim.command.image;

import org.jspecify.annotations.NullMarked;
