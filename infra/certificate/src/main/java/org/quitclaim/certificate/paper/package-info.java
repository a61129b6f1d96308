/** What people get: the page of a certificate, and the letter with the code. */
@NullMarked
package org.quitclaim.certificate.paper;

import org.jspecify.annotations.NullMarked;
