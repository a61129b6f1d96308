package org.quitclaim.transparency.tree;

import java.util.ArrayList;
import java.util.List;

/** All hashes of a tree. */
final class SmallTree {
    private SmallTree() {}

    static TreeHashes of(List<byte[]> leaves) {
        List<List<byte[]>> levels = new ArrayList<>(List.of(leaves));
        while (levels.getLast().size() > 1) {
            List<byte[]> below = levels.getLast();
            List<byte[]> level = new ArrayList<>();
            for (int i = 0; i + 1 < below.size(); i += 2) {
                level.add(TreeHash.node(below.get(i), below.get(i + 1)));
            }
            levels.add(level);
        }
        return (level, index) -> levels.get(level).get((int) index);
    }
}
