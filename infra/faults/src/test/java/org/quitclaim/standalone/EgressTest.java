package org.quitclaim.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quitclaim.domain.Requirement;

/** Watches the system calls, so that what native libraries do is seen as well. */
class EgressTest {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:inet_addr\\(|inet_pton\\(AF_INET6, )\"(?:::ffff:)?([^\"]+)\"");
    private static final Pattern NAME_SERVER = Pattern.compile("htons\\(53\\)");

    @TempDir
    Path folder;

    @Test
    @Requirement({"R74", "R80"})
    void nothingButLoopbackIsEverSpokenTo() throws Exception {
        Path calls = folder.resolve("calls");
        try (ChildProcess child = ChildProcess.start(
                Tracer.writing(calls, "connect,sendto,sendmsg,sendmmsg"),
                EgressProcess.class,
                folder.resolve("output"),
                folder.resolve("data").toString())) {
            assertThat(child.process().waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(child.printed()).contains("told");
            assertThat(child.process().exitValue()).as(child.printed()).isZero();
        }
        assertThat(spokenTo(calls)).containsExactly(EgressProcess.CANARY);
    }

    /** Everybody outside this machine, and any name server: asking for a foreign name is speaking already. */
    private static Set<String> spokenTo(Path calls) throws IOException {
        Set<String> foreign = new TreeSet<>();
        for (String call : Files.readAllLines(calls)) {
            Matcher address = ADDRESS.matcher(call);
            while (address.find()) {
                if (NAME_SERVER.matcher(call).find()) {
                    foreign.add("name server " + address.group(1));
                } else if (!address.group(1).startsWith("127.")
                        && !address.group(1).equals("::1")) {
                    foreign.add(address.group(1));
                }
            }
        }
        return foreign;
    }
}
