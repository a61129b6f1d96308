@NullMarked
package org.quitclaim.command.erasure;

import org.jspecify.annotations.NullMarked;
