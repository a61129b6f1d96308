/** What the domain may depend on, and a breach of each rule to show that it bites. */
@NullMarked
package org.quitclaim.domain.architecture;

import org.jspecify.annotations.NullMarked;
