package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A death at every single step of vault or event store; see {@link EveryStep}. */
class StepCrashTest {
    @TempDir
    Path folder;

    @Test
    void whicheverStepIsTheLastTheNextStartPutsEverythingRight() throws Exception {
        try (ChildProcess child = ChildProcess.start(
                List.of(),
                EveryStep.class,
                folder.resolve("output"),
                folder.resolve("slots").toString())) {
            assertThat(child.process().waitFor(20, TimeUnit.MINUTES)).isTrue();
            System.out.println(child.printed());
            assertThat(child.printed()).contains(EveryStep.DONE).doesNotContain(EveryStep.WRONG);
        }
    }
}
