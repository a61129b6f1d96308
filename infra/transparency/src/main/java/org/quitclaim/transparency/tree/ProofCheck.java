package org.quitclaim.transparency.tree;

import java.security.MessageDigest;
import java.util.List;

/**
 * Checks proofs, by the algorithms that are given for whoever has nothing but the proof.
 *
 * <p><b>Guarantees:</b> a proof that is too long, too short, or made of hashes of another length is none.
 *
 * <p><b>Source:</b> RFC 9162, sections 2.1.3.2 and 2.1.4.2.
 */
public final class ProofCheck {
    private ProofCheck() {}

    public static boolean includes(byte[] root, long size, byte[] leaf, long index, List<byte[]> proof) {
        if (index < 0 || index >= size || !areHashes(proof)) {
            return false;
        }
        long at = index;
        long last = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = TreeHash.node(sibling, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = TreeHash.node(hash, sibling);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    public static boolean extend(long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> proof) {
        if (older < 0 || older > newer || !areHashes(proof)) {
            return false;
        }
        if (older == newer) {
            return proof.isEmpty() && MessageDigest.isEqual(olderRoot, newerRoot);
        }
        if (older == 0) {
            return proof.isEmpty() && MessageDigest.isEqual(olderRoot, TreeHash.empty());
        }
        if (proof.isEmpty() && Long.bitCount(older) != 1) {
            return false;
        }
        return climb(older, olderRoot, newer, newerRoot, proof);
    }

    private static boolean climb(long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> proof) {
        long at = older - 1;
        long last = newer - 1;
        while ((at & 1) == 1) {
            at >>>= 1;
            last >>>= 1;
        }
        boolean known = Long.bitCount(older) == 1;
        byte[] was = known ? olderRoot : proof.getFirst();
        byte[] is = was;
        for (byte[] hash : known ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                was = TreeHash.node(hash, was);
                is = TreeHash.node(hash, is);
                while ((at & 1) == 0 && at != 0) {
                    at >>>= 1;
                    last >>>= 1;
                }
            } else {
                is = TreeHash.node(is, hash);
            }
            at >>>= 1;
            last >>>= 1;
        }
        return last == 0 && MessageDigest.isEqual(was, olderRoot) && MessageDigest.isEqual(is, newerRoot);
    }

    private static boolean areHashes(List<byte[]> proof) {
        return proof.stream().allMatch(hash -> hash.length == TreeHash.BYTES);
    }
}
