/** Everything in one process: wiring, the verbs of the launcher, and the demonstration's clock. */
@NullMarked
package org.quitclaim.standalone;

import org.jspecify.annotations.NullMarked;
