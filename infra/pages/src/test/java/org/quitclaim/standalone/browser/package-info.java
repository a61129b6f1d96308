/** A real browser on the pages: nothing is fetched for it, and nothing waits longer than it must. */
@NullMarked
package org.quitclaim.standalone.browser;

import org.jspecify.annotations.NullMarked;
