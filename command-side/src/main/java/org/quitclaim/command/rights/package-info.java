/** What persons ask for under the GDPR, by when, and what came of it. */
@NullMarked
package org.quitclaim.command.rights;

import org.jspecify.annotations.NullMarked;
