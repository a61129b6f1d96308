/** Tests of what people get. */
@NullMarked
package org.quitclaim.certificate.paper;

import org.jspecify.annotations.NullMarked;
