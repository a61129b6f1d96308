/** Checking a certificate without the installation that issued it: its signature, its page, and the letter with the code. */
@NullMarked
package org.quitclaim.certificate.check;

import org.jspecify.annotations.NullMarked;
