/** When an embedding may be computed: attestations, scopes and runs. */
@NullMarked
package org.quitclaim.domain.recognition;

import org.jspecify.annotations.NullMarked;
