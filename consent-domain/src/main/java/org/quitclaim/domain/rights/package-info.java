/** What a person asks for under the GDPR, by when it is to be answered, and how it was. */
@NullMarked
package org.quitclaim.domain.rights;

import org.jspecify.annotations.NullMarked;
