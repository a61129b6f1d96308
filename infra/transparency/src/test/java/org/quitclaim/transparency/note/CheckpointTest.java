package org.quitclaim.transparency.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.transparency.TestKey;
import org.quitclaim.transparency.tree.TreeHash;

@Requirement("R60")
class CheckpointTest {
    private final TestKey key = new TestKey("quitclaim/test");
    private final Checkpoint head = new Checkpoint("quitclaim/test", 1234, TreeHash.leaf(new byte[] {7}));

    @Test
    void a_signed_head_is_read_back() {
        assertThat(Checkpoint.verified(head.signed(key.key(), key), key.key())).contains(head);
    }

    @Test
    void a_head_with_any_bit_changed_is_refused() {
        byte[] note = head.signed(key.key(), key).getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < note.length * 8; bit++) {
            byte[] changed = note.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Checkpoint.verified(new String(changed, StandardCharsets.UTF_8), key.key()))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void a_head_that_was_cut_or_lengthened_is_refused() {
        String note = head.signed(key.key(), key);
        for (int length = 0; length < note.length(); length++) {
            assertThat(Checkpoint.verified(note.substring(0, length), key.key()))
                    .isEmpty();
        }
        assertThat(Checkpoint.verified(note + "\n", key.key())).isEmpty();
        assertThat(Checkpoint.verified(note.replaceFirst("\n\n", "\nmore\n\n"), key.key()))
                .isEmpty();
    }

    @Test
    void another_key_of_the_same_name_signs_nothing_here() {
        TestKey other = new TestKey("quitclaim/test");

        assertThat(Checkpoint.verified(head.signed(other.key(), other), key.key()))
                .isEmpty();
        assertThat(Checkpoint.verified(head.signed(key.key(), other), key.key()))
                .isEmpty();
    }

    @Test
    void another_logs_signature_beside_ours_changes_nothing() {
        TestKey witness = new TestKey("witness.example");
        String theirs = head.signed(witness.key(), witness);
        String both = head.signed(key.key(), key) + theirs.substring(theirs.indexOf("\n\n") + 2);

        assertThat(Checkpoint.verified(both, key.key())).contains(head);
        assertThat(Checkpoint.verified(theirs, key.key())).isEmpty();
    }

    @Test
    void a_key_is_the_same_when_it_is_read_back() {
        assertThat(LogKey.parse(key.key().text())).isEqualTo(key.key());
        assertThat(Arrays.equals(LogKey.parse(key.key().text()).key(), key.key().key()))
                .isTrue();
    }
}
