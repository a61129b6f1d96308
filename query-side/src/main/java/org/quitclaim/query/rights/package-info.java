/** Requests of persons, by when they are due and how they were answered. */
@NullMarked
package org.quitclaim.query.rights;

import org.jspecify.annotations.NullMarked;
