/** Notices: the versions of the text that a person consents to. */
@NullMarked
package org.quitclaim.domain.notice;

import org.jspecify.annotations.NullMarked;
