/** Tests of what a person's data looks like. */
@NullMarked
package org.quitclaim.command.export;

import org.jspecify.annotations.NullMarked;
