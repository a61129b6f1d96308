/**
 * The person's page as the server writes it, for a browser with or without script.
 *
 * <p>What it shows and sends are the routes under {@code /api/q/}, so any other front end can do the same. Templates lie in
 * {@code src/main/jte} and become classes of this package.
 */
@NullMarked
package org.quitclaim.command.ownpage;

import org.jspecify.annotations.NullMarked;
