/** A breach of faceprint keys: declared by one, confirmed by another, and followed until everybody is told. */
@NullMarked
package org.quitclaim.domain.breach;

import org.jspecify.annotations.NullMarked;
