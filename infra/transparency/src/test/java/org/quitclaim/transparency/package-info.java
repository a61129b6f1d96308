@NullMarked
package org.quitclaim.transparency;

import org.jspecify.annotations.NullMarked;
