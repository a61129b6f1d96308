/** By what a whole picture is known again: its pixels, and what it looks like. Never a face. */
@NullMarked
package org.quitclaim.face.copies;

import org.jspecify.annotations.NullMarked;
