@NullMarked
package org.quitclaim.mongo;

import org.jspecify.annotations.NullMarked;
