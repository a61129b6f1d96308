package org.quitclaim.demo.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quitclaim.standalone.Console;
import org.quitclaim.standalone.Folders;
import org.quitclaim.standalone.Main;
import org.quitclaim.standalone.Options;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.backup.BackupRefused;
import org.quitclaim.vault.embedded.VaultFolders;

/**
 * {@code restore-drill}: erases a drawn person on a server of its own and shows which copies bring her back: the product's
 * backup does not, old keys and records do not, an image of the whole machine with the key of its day does.
 */
final class DrillVerb {
    private DrillVerb() {}

    static int run(Options options, Console console) throws IOException {
        if (Folders.areWithoutEvents(options)) {
            console.problem(
                    "the drill brings back copies of whole data folders, and on Axon Server the events are in none."
                            + " Run it without quitclaim.event-store=axon-server: it uses a folder of its own.");
            return Main.WRONG_CALL;
        }
        Path scratch = options.path("--data").isPresent()
                ? options.path("--data").get().toAbsolutePath().normalize()
                : Files.createTempDirectory("quitclaim-drill");
        if (Files.exists(scratch.resolve("data"))) {
            console.problem(scratch + " has seen a drill already; give an empty folder with --data.");
            return Main.WRONG_CALL;
        }
        return run(
                drill -> new DrillStory(drill, scratch, options.value("--port", "0")).play(console),
                new Drill(console));
    }

    /** What the drill does. */
    @FunctionalInterface
    interface Playing {
        void play(Drill drill) throws IOException, VaultException, BackupRefused;
    }

    /** However it ends, the last line says how many checks passed and failed. */
    static int run(Playing story, Drill drill) {
        try {
            story.play(drill);
        } catch (IOException | VaultException | BackupRefused | RuntimeException e) {
            drill.brokeOff(String.valueOf(e.getMessage()));
        }
        return drill.end();
    }

    /** The options of a server of the drill's own. */
    static Options server(VaultFolders folders, String port) {
        return new Options(
                Map.of(
                        "--data", folders.data().toString(),
                        "--kek", folders.keys().toString(),
                        "--kek-copy", folders.keyCopies().getFirst().toString(),
                        "--backup-target", folders.backups().toString(),
                        "--port", port),
                Set.of(),
                List.of());
    }
}
