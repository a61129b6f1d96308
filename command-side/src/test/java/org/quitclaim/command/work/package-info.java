@NullMarked
package org.quitclaim.command.work;

import org.jspecify.annotations.NullMarked;
