package org.quitclaim.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.standalone.Demonstration;
import org.quitclaim.standalone.Help;
import org.quitclaim.standalone.Verbs;

/** The launcher prints words that were made from the verbs; here they are made again. */
class HelpTest {
    private static final Path HELP = Path.of(System.getProperty("quitclaim.root"), "infra/standalone/help.txt");

    @Test
    void the_file_says_what_the_verbs_say_of_themselves() throws IOException {
        String said = Help.of(Verbs.all());
        if (Boolean.getBoolean("quitclaim.write-help")) {
            Files.writeString(HELP, said);
        }
        assertThat(HELP).as("-Dquitclaim.write-help=true writes it anew").hasContent(said);
    }

    @Test
    void the_demonstration_has_the_verbs_that_the_launcher_expects_of_it() {
        assertThat(Verbs.all().getSubcommands().keySet()).containsAll(Demonstration.VERBS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo --once --data d --port 0",
                "restore-drill --once --data d --port 0",
                "demo",
                "restore-drill"
            })
    void every_documented_option_of_the_demonstration_is_known(String call) {
        assertThat(Verbs.all().parseArgs(call.split(" ")).hasSubcommand()).isTrue();
    }
}
