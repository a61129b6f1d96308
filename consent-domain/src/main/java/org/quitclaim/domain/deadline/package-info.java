/** Due dates that the law sets, and when they are alarmed about. */
@NullMarked
package org.quitclaim.domain.deadline;

import org.jspecify.annotations.NullMarked;
