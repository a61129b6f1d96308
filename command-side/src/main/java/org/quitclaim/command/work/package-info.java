/** The to-do lists that follow from events, and the reconciler that works them off. */
@NullMarked
package org.quitclaim.command.work;

import org.jspecify.annotations.NullMarked;
