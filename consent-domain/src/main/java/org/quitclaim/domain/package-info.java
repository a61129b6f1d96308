/** What every capability of the domain shares: the shapes of ids, events, commands, decisions and refusals. */
@NullMarked
package org.quitclaim.domain;

import org.jspecify.annotations.NullMarked;
