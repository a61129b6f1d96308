/**
 * The transparency log: an append-only Merkle tree over salted commitments to the events, with signed heads, and proofs
 * that anybody can check.
 */
@NullMarked
package org.quitclaim.transparency;

import org.jspecify.annotations.NullMarked;
