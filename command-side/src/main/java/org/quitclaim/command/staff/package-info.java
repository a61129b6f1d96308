/** Accounts of staff and tokens of machines: who asks, who agrees, and how long it can be read who they were. */
@NullMarked
package org.quitclaim.command.staff;

import org.jspecify.annotations.NullMarked;
