/** Which subjects this installation knows, and which of them are sensitive. */
@NullMarked
package org.quitclaim.access.subjects;

import org.jspecify.annotations.NullMarked;
