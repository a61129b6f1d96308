/** The organisation's description of itself. */
@NullMarked
package org.quitclaim.command.organisation;

import org.jspecify.annotations.NullMarked;
