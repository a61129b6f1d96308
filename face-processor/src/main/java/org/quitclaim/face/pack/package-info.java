/** The description of a model pack on disk. */
@NullMarked
package org.quitclaim.face.pack;

import org.jspecify.annotations.NullMarked;
