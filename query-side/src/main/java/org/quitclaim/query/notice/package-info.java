/** What notices there are. */
@NullMarked
package org.quitclaim.query.notice;

import org.jspecify.annotations.NullMarked;
