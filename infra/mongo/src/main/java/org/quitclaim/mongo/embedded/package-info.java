/** The embedded MongoDB-protocol server, with the real indexes that it lacks. */
@NullMarked
package org.quitclaim.mongo.embedded;

import org.jspecify.annotations.NullMarked;
