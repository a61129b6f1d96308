@NullMarked
package org.quitclaim.command;

import org.jspecify.annotations.NullMarked;
