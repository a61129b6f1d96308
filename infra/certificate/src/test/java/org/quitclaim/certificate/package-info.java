/** Tests of what is stated about an erasure. */
@NullMarked
package org.quitclaim.certificate;

import org.jspecify.annotations.NullMarked;
