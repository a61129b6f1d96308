/** What a test outside the gate's package needs of it. */
@NullMarked
package org.quitclaim.command.publication;

import org.jspecify.annotations.NullMarked;
