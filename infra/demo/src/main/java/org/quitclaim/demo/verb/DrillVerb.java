package org.quitclaim.demo.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quitclaim.standalone.Console;
import org.quitclaim.standalone.DataOption;
import org.quitclaim.standalone.Folders;
import org.quitclaim.standalone.Main;
import org.quitclaim.standalone.Options;
import org.quitclaim.standalone.PortOption;
import org.quitclaim.standalone.Verb;
import org.quitclaim.vault.VaultException;
import org.quitclaim.vault.backup.BackupRefused;
import org.quitclaim.vault.embedded.VaultFolders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code restore-drill}: erases a drawn person on a server of its own and shows which copies bring her back: the product's
 * backup does not, old keys and records do not, an image of the whole machine with the key of its day does.
 */
@Command(name = "restore-drill", description = "erases a drawn person and tries every copy")
final class DrillVerb implements Verb {
    @Mixin
    private final DataOption data = new DataOption();

    @Mixin
    private final PortOption port = new PortOption();

    @Option(names = "--once", description = "as without it: a drill ends by itself")
    private boolean once;

    @Override
    public Options options() {
        return port.in(data.options());
    }

    @Override
    public boolean founds() {
        return data.given() != null;
    }

    @Override
    public int run(Console console) throws IOException {
        if (Folders.areWithoutEvents(options())) {
            console.problem(
                    "the drill brings back copies of whole data folders, and on Axon Server the events are in none."
                            + " Run it without quitclaim.event-store=axon-server: it uses a folder of its own.");
            return Main.WRONG_CALL;
        }
        Path scratch = data.given() == null
                ? OwnFolder.forThisRun("drill")
                : data.folder().toAbsolutePath().normalize();
        if (Files.exists(scratch.resolve("data"))) {
            console.problem(scratch + " has seen a drill already; give an empty folder with --data.");
            return Main.WRONG_CALL;
        }
        return run(
                drill -> new DrillStory(drill, scratch, port.given() == null ? 0 : port.given()).play(console),
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
    static Options server(VaultFolders folders, int port) {
        return Options.on(folders.data())
                .with("quitclaim.vault.kek", folders.keys())
                .with("quitclaim.vault.kek-copies", folders.keyCopies().getFirst())
                .with("quitclaim.vault.backup-target", folders.backups())
                .onPort(port);
    }
}
