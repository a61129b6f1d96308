/** Registering people, asking them, and recording what they allow and take back. */
@NullMarked
package org.quitclaim.command.consent;

import org.jspecify.annotations.NullMarked;
