/** Heads of a log as signed notes: what C2SP calls checkpoints, and the keys that sign them. */
@NullMarked
package org.quitclaim.transparency.note;

import org.jspecify.annotations.NullMarked;
