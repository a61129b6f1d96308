/** The person's page as the server writes it, for a browser with or without script. */
@NullMarked
package org.quitclaim.command.ownpage;

import org.jspecify.annotations.NullMarked;
