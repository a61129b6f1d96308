@NullMarked
package org.quitclaim.eventstore;

import org.jspecify.annotations.NullMarked;
