/** Collections, their policy and participants. */
@NullMarked
package org.quitclaim.query.collection;

import org.jspecify.annotations.NullMarked;
