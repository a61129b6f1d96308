package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.backup.BackupRefused;

/**
 * {@code restore-drill}: erases a drawn person on a server of its own and shows which copies bring her back: the product's
 * backup does not, old keys and records do not, an image of the whole machine with the key of its day does.
 */
final class DrillVerb {
    private DrillVerb() {}

    static int run(Options options, Console console) throws IOException {
        Path scratch = options.path("--data").isPresent()
                ? options.path("--data").get().toAbsolutePath().normalize()
                : Files.createTempDirectory("quitclaim-drill");
        if (Files.exists(scratch.resolve("data"))) {
            console.problem(scratch + " has seen a drill already; give an empty folder with --data.");
            return Main.WRONG_CALL;
        }
        Drill drill = new Drill(console);
        try {
            new DrillStory(drill, scratch, options.value("--port", "0")).play(console);
        } catch (VaultException | BackupRefused | RuntimeException e) {
            drill.brokeOff(String.valueOf(e.getMessage()));
        }
        return drill.end();
    }

    /** The options of a server of the drill's own. */
    static Options server(Path data, Path keys, Path target, String port) {
        return new Options(
                Map.of(
                        "--data", data.toString(),
                        "--kek", keys.toString(),
                        "--backup-target", target.toString(),
                        "--port", port),
                Set.of(),
                List.of());
    }
}
