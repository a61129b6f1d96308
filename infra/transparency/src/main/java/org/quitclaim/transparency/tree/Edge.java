package org.quitclaim.transparency.tree;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The right edge of the tree: of each level of tiles the hashes that fill no tile yet. It is all that is needed to go on
 * with the tree and to say its root.
 *
 * <p><b>Shape:</b> a hash of level n stands for 256ⁿ leaves; at most 255 of a level are here.
 *
 * <p><b>Thread-safety:</b> none.
 */
public final class Edge {
    private final List<List<byte[]>> levels = new ArrayList<>();
    private final OnFull onFull;
    private long size;

    /** Is given each tile that was filled. */
    @FunctionalInterface
    public interface OnFull {
        void take(int level, long index, List<byte[]> hashes);
    }

    public Edge(OnFull onFull) {
        this.onFull = onFull;
    }

    /** As it is in a tree of this size; its levels from the leaves on. */
    public static Edge of(long size, List<List<byte[]>> levels, OnFull onFull) {
        Edge edge = new Edge(onFull);
        edge.size = size;
        for (int level = 0; level < levels.size(); level++) {
            if (levels.get(level).size() != width(size, level)) {
                throw new IllegalArgumentException("not the edge of a tree of this size");
            }
            edge.levels.add(new ArrayList<>(levels.get(level)));
        }
        return edge;
    }

    /** How many hashes of a level fill no tile in a tree of this size. */
    public static int width(long size, int level) {
        int bits = Tile.HEIGHT * level;
        return bits >= Long.SIZE ? 0 : (int) (size >>> bits) & (Tile.WIDTH - 1);
    }

    /** How many levels of tiles a tree of this size has. */
    public static int levels(long size) {
        int levels = 0;
        for (long left = size; left > 0; left >>>= Tile.HEIGHT) {
            levels++;
        }
        return levels;
    }

    public long size() {
        return size;
    }

    public void add(byte[] leaf) {
        add(0, size, leaf);
        size++;
    }

    private void add(int level, long index, byte[] hash) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>(Tile.WIDTH));
        }
        List<byte[]> hashes = levels.get(level);
        hashes.add(hash);
        if (hashes.size() == Tile.WIDTH) {
            onFull.take(level, index / Tile.WIDTH, List.copyOf(hashes));
            byte[] above = TreeHash.perfect(hashes);
            hashes.clear();
            add(level + 1, index / Tile.WIDTH, above);
        }
    }

    /** What fills no tile on a level. */
    public List<byte[]> partial(int level) {
        return level < levels.size() ? List.copyOf(levels.get(level)) : List.of();
    }

    public byte[] root() {
        byte[] right = null;
        for (List<byte[]> hashes : levels) {
            right = before(hashes, right);
        }
        return right == null ? TreeHash.empty() : right;
    }

    private static byte @Nullable [] before(List<byte[]> hashes, byte @Nullable [] right) {
        byte[] root = right;
        int end = hashes.size();
        for (int width = 1; end > 0; width *= 2) {
            if ((end & width) != 0) {
                byte[] piece = TreeHash.perfect(hashes.subList(end - width, end));
                root = root == null ? piece : TreeHash.node(piece, root);
                end -= width;
            }
        }
        return root;
    }
}
