/** Deny by default: what a request would be handled by decides who may send it. */
@NullMarked
package org.quitclaim.access.route;

import org.jspecify.annotations.NullMarked;
