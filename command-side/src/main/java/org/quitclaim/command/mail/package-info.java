/** How links and codes leave: mailed to the contact point on record, or, a link alone, printed as a letter. */
@NullMarked
package org.quitclaim.command.mail;

import org.jspecify.annotations.NullMarked;
