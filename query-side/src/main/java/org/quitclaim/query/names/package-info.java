/** Names and pictures, opened from the vault for somebody who may see them. */
@NullMarked
package org.quitclaim.query.names;

import org.jspecify.annotations.NullMarked;
