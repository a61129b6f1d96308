@NullMarked
package org.quitclaim.domain.organisation;

import org.jspecify.annotations.NullMarked;
