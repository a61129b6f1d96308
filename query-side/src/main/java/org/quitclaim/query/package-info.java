/** The read side: projections into MongoDB, queries over HTTP, live updates and the pages. */
@NullMarked
package org.quitclaim.query;

import org.jspecify.annotations.NullMarked;
