/** Which contexts there are, and what they are called. */
@NullMarked
package org.quitclaim.query.vocabulary;

import org.jspecify.annotations.NullMarked;
