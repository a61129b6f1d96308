@NullMarked
package org.quitclaim.query.photo;

import org.jspecify.annotations.NullMarked;
