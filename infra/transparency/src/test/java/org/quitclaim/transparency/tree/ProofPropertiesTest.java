package org.quitclaim.transparency.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;

@Requirement("R60")
class ProofPropertiesTest {
    private static final int ALL = 300;
    private static final List<byte[]> LEAVES = IntStream.range(0, ALL)
            .mapToObj(i -> TreeHash.leaf(new byte[] {(byte) i, (byte) (i >> 8)}))
            .toList();
    private static final Proofs PROOFS = new Proofs(SmallTree.of(LEAVES));
    private static final List<byte[]> ROOTS =
            IntStream.rangeClosed(0, ALL).mapToObj(PROOFS::root).toList();

    @Test
    void every_leaf_is_shown_in_every_tree_up_to_300() {
        for (int size = 1; size <= ALL; size++) {
            for (int index = 0; index < size; index++) {
                assertThat(ProofCheck.includes(
                                ROOTS.get(size), size, LEAVES.get(index), index, PROOFS.inclusion(index, size)))
                        .isTrue();
            }
        }
    }

    @Test
    void every_tree_up_to_300_is_shown_to_extend_every_smaller_one() {
        for (int newer = 0; newer <= ALL; newer++) {
            for (int older = 0; older <= newer; older++) {
                assertThat(ProofCheck.extend(
                                older, ROOTS.get(older), newer, ROOTS.get(newer), PROOFS.consistency(older, newer)))
                        .isTrue();
            }
        }
    }

    @Property(tries = 12)
    void an_inclusion_proof_with_any_bit_changed_shows_nothing(
            @ForAll @IntRange(min = 2, max = ALL) int size, @ForAll Random random) {
        int index = random.nextInt(size);
        List<byte[]> proof = PROOFS.inclusion(index, size);
        for (int bit = 0; bit < proof.size() * 256; bit++) {
            assertThat(ProofCheck.includes(ROOTS.get(size), size, LEAVES.get(index), index, flipped(proof, bit)))
                    .isFalse();
        }
        for (int bit = 0; bit < 256; bit++) {
            assertThat(ProofCheck.includes(flipped(ROOTS.get(size), bit), size, LEAVES.get(index), index, proof))
                    .isFalse();
            assertThat(ProofCheck.includes(ROOTS.get(size), size, flipped(LEAVES.get(index), bit), index, proof))
                    .isFalse();
        }
    }

    @Property(tries = 12)
    void a_consistency_proof_with_any_bit_changed_shows_nothing(
            @ForAll @IntRange(min = 2, max = ALL) int newer, @ForAll Random random) {
        int older = 1 + random.nextInt(newer - 1);
        List<byte[]> proof = PROOFS.consistency(older, newer);
        for (int bit = 0; bit < proof.size() * 256; bit++) {
            assertThat(ProofCheck.extend(older, ROOTS.get(older), newer, ROOTS.get(newer), flipped(proof, bit)))
                    .isFalse();
        }
        for (int bit = 0; bit < 256; bit++) {
            assertThat(ProofCheck.extend(older, flipped(ROOTS.get(older), bit), newer, ROOTS.get(newer), proof))
                    .isFalse();
            assertThat(ProofCheck.extend(older, ROOTS.get(older), newer, flipped(ROOTS.get(newer), bit), proof))
                    .isFalse();
        }
    }

    @Property(tries = 60)
    void a_proof_shows_nothing_at_another_index_size_or_length(
            @ForAll @IntRange(min = 2, max = ALL) int size, @ForAll Random random) {
        int index = random.nextInt(size);
        List<byte[]> proof = PROOFS.inclusion(index, size);
        for (int other = 0; other < size; other++) {
            if (other != index) {
                assertThat(ProofCheck.includes(ROOTS.get(size), size, LEAVES.get(index), other, proof))
                        .isFalse();
            }
        }
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(TreeHash.empty());
        assertThat(ProofCheck.includes(ROOTS.get(size), size, LEAVES.get(index), index, longer))
                .isFalse();
        assertThat(ProofCheck.includes(
                        ROOTS.get(size), size, LEAVES.get(index), index, proof.subList(0, proof.size() - 1)))
                .isFalse();
        assertThat(ProofCheck.includes(ROOTS.get(size), size, LEAVES.get(index), index - size, proof))
                .isFalse();
    }

    private static List<byte[]> flipped(List<byte[]> proof, int bit) {
        List<byte[]> changed = new ArrayList<>(proof);
        changed.set(bit / 256, flipped(proof.get(bit / 256), bit % 256));
        return changed;
    }

    private static byte[] flipped(byte[] hash, int bit) {
        byte[] changed = hash.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }
}
