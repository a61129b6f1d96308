@NullMarked
package org.quitclaim.command.vault;

import org.jspecify.annotations.NullMarked;
