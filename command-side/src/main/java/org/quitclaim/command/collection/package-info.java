/** Shoots, their policy and participants. */
@NullMarked
package org.quitclaim.command.collection;

import org.jspecify.annotations.NullMarked;
