@NullMarked
package org.quitclaim.query;

import org.jspecify.annotations.NullMarked;
