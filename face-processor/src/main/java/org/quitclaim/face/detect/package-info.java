/** Finding faces; not biometric identification, needs no permit. */
@NullMarked
package org.quitclaim.face.detect;

import org.jspecify.annotations.NullMarked;
