package org.quitclaim.transparency.tree;

/** Gives the hashes of a tree, for proofs. */
@FunctionalInterface
public interface TreeHashes {
    /**
     * @param level 0 for leaves; a hash of level n is over 2ⁿ of them
     * @param index among the hashes of that level, all of whose leaves are in the tree
     */
    byte[] at(int level, long index);
}
