/** How the organisation describes itself. */
@NullMarked
package org.quitclaim.query.organisation;

import org.jspecify.annotations.NullMarked;
