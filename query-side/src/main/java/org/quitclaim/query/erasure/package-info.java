/** Erasure cases and how far they are. */
@NullMarked
package org.quitclaim.query.erasure;

import org.jspecify.annotations.NullMarked;
