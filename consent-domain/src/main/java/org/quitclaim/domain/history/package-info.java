/** Whether the history that everything rests on is whole, and what follows where it may not be. */
@NullMarked
package org.quitclaim.domain.history;

import org.jspecify.annotations.NullMarked;
