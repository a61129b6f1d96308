/** Which contexts (subjects) this installation uses photos for, and which of them are sensitive. */
@NullMarked
package org.quitclaim.domain.vocabulary;

import org.jspecify.annotations.NullMarked;
