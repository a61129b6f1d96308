/** Requests to use a rendition, their verdicts, and taking down what was published. */
@NullMarked
package org.quitclaim.domain.publication;

import org.jspecify.annotations.NullMarked;
