@NullMarked
package org.quitclaim.query.live;

import org.jspecify.annotations.NullMarked;
