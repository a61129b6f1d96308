/** Photos with the people marked on them, and the status of every version for every use. */
@NullMarked
package org.quitclaim.query.photo;

import org.jspecify.annotations.NullMarked;
