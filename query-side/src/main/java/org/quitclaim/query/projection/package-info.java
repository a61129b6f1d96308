/** How events become read models: intake, guarded documents, tokens, progress and rebuilding. */
@NullMarked
package org.quitclaim.query.projection;

import org.jspecify.annotations.NullMarked;
