/** One way of saying no over HTTP: problem details (RFC 9457) with stable codes. */
@NullMarked
package org.quitclaim.access.problem;

import org.jspecify.annotations.NullMarked;
