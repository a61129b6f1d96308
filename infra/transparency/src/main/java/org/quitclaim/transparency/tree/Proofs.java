package org.quitclaim.transparency.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes proofs of inclusion and consistency.
 *
 * <p><b>Source:</b> RFC 6962, sections 2.1.1 and 2.1.2.
 */
public final class Proofs {
    private final TreeHashes tree;

    public Proofs(TreeHashes tree) {
        this.tree = tree;
    }

    /** That the leaf at an index is in the tree of the first {@code size} leaves. */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no such leaf");
        }
        List<byte[]> proof = new ArrayList<>();
        path(index, 0, size, proof);
        return proof;
    }

    private void path(long index, long from, long to, List<byte[]> proof) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, proof);
            proof.add(root(middle, to));
        } else {
            path(index, middle, to, proof);
            proof.add(root(from, middle));
        }
    }

    /** That the tree of the first {@code older} leaves is the beginning of the one of the first {@code newer}. */
    public List<byte[]> consistency(long older, long newer) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("no such trees");
        }
        List<byte[]> proof = new ArrayList<>();
        if (older > 0 && older < newer) {
            sub(older, 0, newer, true, proof);
        }
        return proof;
    }

    private void sub(long older, long from, long to, boolean known, List<byte[]> proof) {
        if (older == to) {
            if (!known) {
                proof.add(root(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (older <= middle) {
            sub(older, from, middle, known, proof);
            proof.add(root(middle, to));
        } else {
            sub(older, middle, to, false, proof);
            proof.add(root(from, middle));
        }
    }

    /** The root over the first {@code size} leaves. */
    public byte[] root(long size) {
        return size == 0 ? TreeHash.empty() : root(0, size);
    }

    private byte[] root(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1 && from % leaves == 0) {
            return tree.at(Long.numberOfTrailingZeros(leaves), from / leaves);
        }
        long middle = from + split(leaves);
        return TreeHash.node(root(from, middle), root(middle, to));
    }

    /** The largest power of two below. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
