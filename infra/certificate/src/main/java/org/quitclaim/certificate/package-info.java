/** What an installation states about an erasure, signed, and how anybody checks it without asking the installation. */
@NullMarked
package org.quitclaim.certificate;

import org.jspecify.annotations.NullMarked;
