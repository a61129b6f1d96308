@NullMarked
package org.quitclaim.command.publication;

import org.jspecify.annotations.NullMarked;
