/** A model pack with a toy for an embedder, for whoever tries what a pack of one's own may be. */
@NullMarked
package org.quitclaim.drawn.pack;

import org.jspecify.annotations.NullMarked;
