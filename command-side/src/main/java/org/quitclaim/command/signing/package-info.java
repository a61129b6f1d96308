/** How she signs what she chose: by a code that is mailed for exactly that. */
@NullMarked
package org.quitclaim.command.signing;

import org.jspecify.annotations.NullMarked;
