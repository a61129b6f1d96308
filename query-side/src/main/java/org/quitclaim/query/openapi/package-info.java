/** The description of the HTTP interface, made from the controllers themselves. */
@NullMarked
package org.quitclaim.query.openapi;

import org.jspecify.annotations.NullMarked;
