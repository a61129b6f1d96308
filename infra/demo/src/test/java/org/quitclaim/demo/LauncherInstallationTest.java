package org.quitclaim.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher builds and starts. */
class LauncherInstallationTest {
    @TempDir
    Path folder;

    private Installation here;

    @BeforeEach
    void install() throws IOException {
        here = Installation.in(folder);
    }

    @Test
    void whatIsBuiltIsStarted() throws IOException {
        LauncherTest.Said said = here.built("1").run(List.of(), "evaluate", "here");

        assertThat(said.exit()).as(said.text()).isZero();
        assertThat(said.text()).contains("standalone-1.jar", "org.quitclaim.standalone.Main evaluate here");
        assertThat(here.mavenRuns()).isZero();
    }

    /** The program refuses what is wrong, and knows alone what that is. */
    @Test
    void whatWasCalledReachesTheProgramWordForWord() throws IOException {
        assertThat(here.built("1")
                        .run(List.of(), "backup", "a folder", "--no-such-option", "")
                        .text())
                .contains("Main backup a folder --no-such-option \n");
    }

    /** Production is reviewed, and runs, without them. */
    @ParameterizedTest
    @ValueSource(strings = {"up", "rotate-epoch", "rebuild-work", "backup there", "evaluate here"})
    void whatRunsWithRealPeopleHasNoJarOfTheDemonstrationOnItsClassPath(String call) throws IOException {
        assertThat(here.built("1").run(List.of(), call.split(" ")).text())
                .contains("standalone-1.jar")
                .doesNotContain("infra/demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "demo --once", "restore-drill", "restore-drill --once"})
    void theVerbsOfTheDemonstrationHaveItsJarsAfterThoseOfTheProduct(String call) throws IOException {
        assertThat(here.built("1").run(List.of(), call.split(" ")).text())
                .containsPattern(
                        "/standalone-1.jar:\\S+/standalone/target/lib/\\*:\\S+/demo-1.jar:\\S+/demo/target/lib/\\*");
    }

    @Test
    void aDemonstrationThatIsNotBuiltIsBuilt() throws IOException {
        here.built("1");
        Files.delete(folder.resolve("infra/demo/target/demo-1.jar"));

        assertThat(here.run(List.of(), "evaluate", "here").text()).contains("standalone-1.jar");
        assertThat(here.mavenRuns()).isZero();
        assertThat(here.run(List.of(), "demo", "--once").text()).contains("demo-2.jar");
        assertThat(here.mavenRuns()).isEqualTo(1);
    }

    /** Whatever JDK it finds, or says that it needs. */
    @Test
    void withoutAHomeFolderAJdkIsLookedForElsewhere() throws IOException {
        assertThat(here.built("1")
                        .run(List.of("JAVA_HOME="), "evaluate", "here")
                        .text())
                .doesNotContain("unbound variable");
    }

    /** File names are decoded in the letters of the locale. */
    @ParameterizedTest
    @ValueSource(strings = {"LANG=", "LANG=C", "LC_ALL=POSIX", "LANG=nowhere_NOWHERE.UTF-8"})
    void whereTheLocaleHasOnlyAsciiItsLettersBecomeUtf8(String locale) throws IOException {
        assertThat(here.built("1").run(List.of(locale), "evaluate", "here").text())
                .contains("LC_ALL=C.UTF-8");
    }

    @Test
    void aLocaleThatHasThemStays() throws IOException {
        assertThat(here.built("1")
                        .run(List.of("LANG=C.UTF-8"), "evaluate", "here")
                        .text())
                .contains("LC_ALL=\n");
    }

    @Test
    void rebuildingTheReadModelsTakesTheFoldersThatTheServerTakes() throws IOException {
        assertThat(here.built("1")
                        .run(List.of(), "rebuild-read-models", "--kek", "keys", "--backup-target", "backup")
                        .text())
                .contains("Main rebuild-read-models --kek keys --backup-target backup");
    }

    @Test
    void ofTwoVersionsTheOldOneIsNotStartedButBuiltAnew() throws IOException {
        LauncherTest.Said said = here.built("1").built("2").run(List.of(), "evaluate", "here");

        assertThat(said.text()).contains("standalone-2.jar").doesNotContain("standalone-1.jar");
        assertThat(here.mavenRuns()).isEqualTo(1);
        assertThat(folder.resolve("infra/standalone/target/lib/some.jar")).doesNotExist();
    }

    @Test
    void twoAtATimeBuildOnce() throws IOException {
        List<CompletableFuture<LauncherTest.Said>> both = IntStream.range(0, 2)
                .mapToObj(any -> CompletableFuture.supplyAsync(() -> here.run(List.of(), "evaluate", "here")))
                .toList();

        assertThat(both).allSatisfy(one -> assertThat(one.join().text()).contains("standalone-2.jar"));
        assertThat(here.mavenRuns()).isEqualTo(1);
    }

    @Test
    void nobodyWaitsForABuildThatWasKilled() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path lock = folder.resolve("target/quitclaim-building");
        Files.createDirectories(lock.getParent());
        Files.createSymbolicLink(lock, Path.of(Long.toString(gone.pid())));

        assertThat(here.run(List.of(), "evaluate", "here").text()).contains("standalone-2.jar");
        assertThat(Files.isSymbolicLink(lock)).isFalse();
    }
}
