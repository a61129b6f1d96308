/** How a command reaches its stream, and how its refusal comes back. */
@NullMarked
package org.quitclaim.command.dispatch;

import org.jspecify.annotations.NullMarked;
