@NullMarked
package org.quitclaim.command.portal;

import org.jspecify.annotations.NullMarked;
