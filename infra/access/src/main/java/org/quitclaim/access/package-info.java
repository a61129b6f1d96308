/** Who may do what over HTTP: actors, roles, and the marks that every controller method carries. */
@NullMarked
package org.quitclaim.access;

import org.jspecify.annotations.NullMarked;
