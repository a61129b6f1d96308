/** People who do not exist, drawn with Java2D: portraits and composed photos with the truth about who is where. */
@NullMarked
package org.quitclaim.drawn;

import org.jspecify.annotations.NullMarked;
