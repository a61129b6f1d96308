/** What a permission covers, in the words that the portrayed person reads. */
@NullMarked
package org.quitclaim.certificate.coverage;

import org.jspecify.annotations.NullMarked;
