package org.quitclaim.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.transparency.note.Checkpoint;
import org.quitclaim.transparency.tree.ProofCheck;
import org.quitclaim.transparency.tree.Tile;

@Requirement("R60")
class EventLogTest {
    /** Both sides of a full tile, and a second level. */
    private static final int LARGE = 70_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 600})
    void a_log_of_any_size_holds_its_events_and_shows_each(int size) throws Exception {
        TestLog log = new TestLog(folder).upTo(size);

        assertThat(log.firstThatDiffers()).isEqualTo(size);
        log.reader().requireWhole();
        for (int index = size % 7; index < size; index += 43) {
            List<byte[]> proof = log.reader().proofs().inclusion(index, size);
            byte[] entry = log.reader().entries(index / Tile.WIDTH).get(index % Tile.WIDTH);
            String note = Files.readString(folder.resolve("checkpoint"));
            InclusionProof shown = InclusionProof.parse(new InclusionProof(index, proof, note).text())
                    .orElseThrow();
            assertThat(shown.shows(entry, log.key.key())).isTrue();
            assertThat(shown.shows(TestLog.content(index), log.key.key())).isFalse();
        }
    }

    @Test
    void heads_of_many_batches_are_each_shown_to_extend_the_one_before() throws Exception {
        TestLog log = new TestLog(folder);
        Random random = new Random(5);
        Checkpoint before = log.reader().head();
        for (long size = 0; size < 1_500; size += random.nextInt(90)) {
            log.upTo(Math.max(size, before.size()));
            Checkpoint next = log.reader().head();
            assertThat(ProofCheck.extend(
                            before.size(),
                            before.root(),
                            next.size(),
                            next.root(),
                            log.reader().proofs().consistency(before.size(), next.size())))
                    .isTrue();
            before = next;
        }
        assertThat(log.files().stream().filter(file -> file.toString().contains(".p/")))
                .as("of tiles that are not full only those of the head are kept")
                .hasSize(3);
    }

    @Test
    void a_large_log_is_the_same_in_one_batch_and_in_many() throws Exception {
        TestLog log = new TestLog(folder).upTo(LARGE / 2).upTo(LARGE);

        assertThat(log.firstThatDiffers()).isEqualTo(LARGE);
        assertThat(log.reader().spoiltTiles()).isZero();
        log.reader().requireWhole();
    }

    @Test
    void the_same_event_has_another_commitment_in_another_log() throws Exception {
        byte[] one =
                new TestLog(folder.resolve("one")).upTo(1).reader().entries(0).getFirst();
        byte[] other =
                new TestLog(folder.resolve("other")).upTo(1).reader().entries(0).getFirst();

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void a_death_before_any_file_leaves_the_last_head_and_the_log_goes_on() throws Exception {
        for (int step = 0; ; step++) {
            TestLog log = new TestLog(folder.resolve("death-" + step)).upTo(250);
            Checkpoint before = log.reader().head();
            if (!dies(log, step)) {
                assertThat(step).as("files of a batch").isGreaterThan(5);
                return;
            }
            assertThat(log.reader().head()).as("step %d", step).isEqualTo(before);
            log.upTo(800);
            assertThat(log.firstThatDiffers()).isEqualTo(800);
            log.reader().requireWhole();
            assertThat(ProofCheck.extend(
                            250,
                            before.root(),
                            800,
                            log.reader().head().root(),
                            log.reader().proofs().consistency(250, 800)))
                    .isTrue();
        }
    }

    private static boolean dies(TestLog log, int step) throws IOException, LogFault {
        List<String> written = new ArrayList<>();
        LogFolder dying = new LogFolder(log.root, file -> {
            if (written.size() == step) {
                throw new IllegalStateException("dead");
            }
            written.add(file);
        });
        try {
            EventLog.open(dying, log.key.key()).append(TestLog.contents(250, 780), log.key);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    @Test
    void a_head_that_cannot_be_signed_leaves_the_last_one() throws Exception {
        TestLog log = new TestLog(folder).upTo(10);

        assertThatThrownBy(() -> log.open().append(TestLog.contents(10, 20), text -> {
                    throw new IOException("no key");
                }))
                .hasMessage("no key");

        assertThat(log.reader().size()).isEqualTo(10);
        assertThat(log.upTo(30).firstThatDiffers()).isEqualTo(30);
    }

    @Test
    void hash_tiles_that_are_lost_torn_or_altered_are_made_again() throws Exception {
        TestLog log = new TestLog(folder).upTo(LARGE);
        for (String tile : List.of("tile/0/000", "tile/0/255", "tile/1/000", "tile/0/273.p/112", "tile/2/000.p/1")) {
            for (Damage damage : List.of(Damage.values())) {
                damage.to(folder.resolve(tile));
                assertThat(log.reader().holds(10, TestLog.content(10)))
                        .as("%s of %s", damage, tile)
                        .isTrue();
                assertThat(log.reader().proofs().inclusion(10, LARGE)).isNotEmpty();
            }
        }
    }

    /** What may happen to a file. */
    enum Damage {
        ALTERED,
        CUT,
        EMPTIED,
        LOST;

        void to(Path file) throws IOException {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[100];
            switch (this) {
                case ALTERED -> {
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                }
                case CUT -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 7));
                case EMPTIED -> Files.write(file, new byte[0]);
                case LOST -> Files.deleteIfExists(file);
            }
        }
    }
}
