/** Certificates of what was erased: issued, printed and checked. */
@NullMarked
package org.quitclaim.query.certificate;

import org.jspecify.annotations.NullMarked;
