package org.quitclaim.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;

/** A byte of any file of a log is changed, or the file is cut or lost. */
@Requirement("R60")
class DamagedLogTest {
    private static final int SIZE = 700;

    @TempDir
    Path folder;

    @Test
    void any_damage_is_found_or_mended_and_never_taken_for_the_log() throws Exception {
        TestLog log = new TestLog(folder).upTo(300).upTo(SIZE);
        Random random = new Random(60);
        int mended = 0;
        for (int i = 0; i < 400; i++) {
            List<Path> files = log.files();
            Path file = files.get(random.nextInt(files.size()));
            byte[] whole = Files.readAllBytes(file);
            damage(file, whole, random);
            boolean found = isFound(log);
            boolean isTile = folder.relativize(file).toString().matches("tile/[0-9].*");
            assertThat(found || isTile).as("%s was damaged and not found", file).isTrue();
            mended += isTile && !found ? 1 : 0;
            Files.write(file, whole);
            assertThat(isFound(log)).isFalse();
        }
        assertThat(mended).isPositive();
    }

    private static void damage(Path file, byte[] whole, Random random) throws Exception {
        byte[] changed = whole.clone();
        switch (random.nextInt(3)) {
            case 0 -> {
                changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, changed);
            }
            case 1 -> Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
            default -> Files.delete(file);
        }
    }

    private static boolean isFound(TestLog log) {
        try {
            log.reader().requireWhole();
            return LogReader.of(log.folder()).size() != SIZE || log.firstThatDiffers() != SIZE;
        } catch (LogFault e) {
            return true;
        }
    }
}
