@NullMarked
package org.quitclaim.transparency.tree;

import org.jspecify.annotations.NullMarked;
