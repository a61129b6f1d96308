/** Everything in one process: wiring, and the verbs of the launcher. */
@NullMarked
package org.quitclaim.standalone;

import org.jspecify.annotations.NullMarked;
