/** Photos, the faces on them, who they show, and the renditions made of them. */
@NullMarked
package org.quitclaim.domain.photo;

import org.jspecify.annotations.NullMarked;
