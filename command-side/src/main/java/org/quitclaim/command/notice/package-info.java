/** Publishing the texts people consent to. */
@NullMarked
package org.quitclaim.command.notice;

import org.jspecify.annotations.NullMarked;
