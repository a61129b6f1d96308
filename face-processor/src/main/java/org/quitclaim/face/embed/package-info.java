/** The only door to a biometric vector. */
@NullMarked
package org.quitclaim.face.embed;

import org.jspecify.annotations.NullMarked;
