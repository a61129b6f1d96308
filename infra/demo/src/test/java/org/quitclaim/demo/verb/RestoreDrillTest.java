package org.quitclaim.demo.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;
import org.quitclaim.standalone.Console;
import org.quitclaim.standalone.Verb;
import org.quitclaim.standalone.Verbs;
import picocli.CommandLine;

@Requirement({"R33", "R62", "R63", "R64"})
class RestoreDrillTest {
    @TempDir
    Path folder;

    @Test
    void everyCopyBehavesAsClaimed() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        CommandLine called = Verbs.all();
        called.parseArgs(
                "restore-drill", "--once", "--data", folder.resolve("drill").toString());
        int exit = Objects.requireNonNull(called.getSubcommands().get("restore-drill"))
                .<Verb>getCommand()
                .run(new Console(out, out));
        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(text).isZero();
        assertThat(text.strip()).endsWith("restore-drill: 22 checks passed, 0 failed");
    }

    @Test
    void howeverItBreaksOffTheLastLineSaysHowItEnded() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        Drill drill = new Drill(new Console(out, out));
        int exit = DrillVerb.run(
                telling -> {
                    telling.check("E01", true, "something holds");
                    throw new IOException("the disk is full");
                },
                drill);
        assertThat(exit).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8).strip()).endsWith("restore-drill: 1 checks passed, 1 failed");
    }
}
