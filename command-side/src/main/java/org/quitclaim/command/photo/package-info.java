/** Taking photos in, marking who is on them, covering, reviewing. */
@NullMarked
package org.quitclaim.command.photo;

import org.jspecify.annotations.NullMarked;
