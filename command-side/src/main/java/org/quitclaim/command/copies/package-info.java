/** Which photos are copies of others: known again by their pixels and their looks, settled by a human. */
@NullMarked
package org.quitclaim.command.copies;

import org.jspecify.annotations.NullMarked;
