@NullMarked
package org.quitclaim.query.openapi;

import org.jspecify.annotations.NullMarked;
