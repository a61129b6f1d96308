/** The verbs of the demonstration and of the drill, and what their server has beside the product: published logins and a clock. */
@NullMarked
package org.quitclaim.demo.verb;

import org.jspecify.annotations.NullMarked;
