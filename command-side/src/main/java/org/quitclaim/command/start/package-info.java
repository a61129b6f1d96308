/** What has to be true before the first request. */
@NullMarked
package org.quitclaim.command.start;

import org.jspecify.annotations.NullMarked;
