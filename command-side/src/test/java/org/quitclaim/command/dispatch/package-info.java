@NullMarked
package org.quitclaim.command.dispatch;

import org.jspecify.annotations.NullMarked;
