@NullMarked
package org.quitclaim.query.projection;

import org.jspecify.annotations.NullMarked;
