/** What stands between the network and everything else: connections, bodies, deadlines, and proxies that are trusted. */
@NullMarked
package org.quitclaim.access.edge;

import org.jspecify.annotations.NullMarked;
