/** Photos in memory. */
@NullMarked
package org.quitclaim.command.photo;

import org.jspecify.annotations.NullMarked;
