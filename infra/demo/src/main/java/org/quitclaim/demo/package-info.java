/** A story that shows what Quitclaim does, told through its public HTTP API only, with people who do not exist. */
@NullMarked
package org.quitclaim.demo;

import org.jspecify.annotations.NullMarked;
