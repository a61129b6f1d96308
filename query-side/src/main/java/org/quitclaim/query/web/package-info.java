/** What every query has in common over HTTP, and the pages. */
@NullMarked
package org.quitclaim.query.web;

import org.jspecify.annotations.NullMarked;
