/** What each person has allowed. */
@NullMarked
package org.quitclaim.query.consent;

import org.jspecify.annotations.NullMarked;
