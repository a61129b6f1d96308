/** MongoDB for read models: an own server, or one embedded in a file that may be dropped and rebuilt at any time. */
@NullMarked
package org.quitclaim.mongo;

import org.jspecify.annotations.NullMarked;
