/** The login page, sessions, one's own account, and the limit on failed attempts. */
@NullMarked
package org.quitclaim.access.login;

import org.jspecify.annotations.NullMarked;
