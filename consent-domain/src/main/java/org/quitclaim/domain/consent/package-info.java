/** What a person has allowed: quitclaims, grants, withdrawal, expiry, restriction, erasure. */
@NullMarked
package org.quitclaim.domain.consent;

import org.jspecify.annotations.NullMarked;
