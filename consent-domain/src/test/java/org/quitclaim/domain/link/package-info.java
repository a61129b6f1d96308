@NullMarked
package org.quitclaim.domain.link;

import org.jspecify.annotations.NullMarked;
