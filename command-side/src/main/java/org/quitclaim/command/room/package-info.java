/** What the machine still has room for, and who waits first when it has not. */
@NullMarked
package org.quitclaim.command.room;

import org.jspecify.annotations.NullMarked;
