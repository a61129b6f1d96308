/** Tests of certificates over HTTP. */
@NullMarked
package org.quitclaim.query.certificate;

import org.jspecify.annotations.NullMarked;
