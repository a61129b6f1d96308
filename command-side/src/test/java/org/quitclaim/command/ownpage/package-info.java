@NullMarked
package org.quitclaim.command.ownpage;

import org.jspecify.annotations.NullMarked;
