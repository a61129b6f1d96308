/** Service tokens: long random secrets by which machines are known. */
@NullMarked
package org.quitclaim.access.token;

import org.jspecify.annotations.NullMarked;
