/** The contexts of this installation: begun, added by their words, marked and retired. */
@NullMarked
package org.quitclaim.command.vocabulary;

import org.jspecify.annotations.NullMarked;
