/** The Merkle tree of RFC 6962, its tiles of 256 hashes, and proofs of inclusion and consistency. */
@NullMarked
package org.quitclaim.transparency.tree;

import org.jspecify.annotations.NullMarked;
