/** How links leave: mailed to the contact point on record, or printed as a letter. */
@NullMarked
package org.quitclaim.command.mail;

import org.jspecify.annotations.NullMarked;
