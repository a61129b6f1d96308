/** The operator's accuracy measurement, outside the application. */
@NullMarked
package org.quitclaim.face.evaluate;

import org.jspecify.annotations.NullMarked;
