/** The links by which a person reaches her page: made, issued, and known again. */
@NullMarked
package org.quitclaim.command.link;

import org.jspecify.annotations.NullMarked;
