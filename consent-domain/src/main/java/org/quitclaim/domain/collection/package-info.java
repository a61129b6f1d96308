/** Collections of photos, their recognition policy and their participants. */
@NullMarked
package org.quitclaim.domain.collection;

import org.jspecify.annotations.NullMarked;
