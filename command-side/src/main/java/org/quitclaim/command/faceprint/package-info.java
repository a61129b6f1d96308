/** Enrolment, attested recognition, and the gallery in memory. */
@NullMarked
package org.quitclaim.command.faceprint;

import org.jspecify.annotations.NullMarked;
