@NullMarked
package org.quitclaim.transparency.note;

import org.jspecify.annotations.NullMarked;
