/** The links by which a person reaches what she was asked: what each of them opens, and when that ends. */
@NullMarked
package org.quitclaim.domain.link;

import org.jspecify.annotations.NullMarked;
