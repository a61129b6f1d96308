package org.quitclaim.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.quitclaim.vault.remnant.DestroyedKey;
import org.quitclaim.vault.remnant.Leftover;
import org.quitclaim.vault.remnant.RawFiles;
import org.quitclaim.vault.remnant.SearchedStore;

/** The log file and those it was rolled into; by default there is none and what is logged goes to the console only. */
final class LogFiles implements SearchedStore {
    private final List<RawFiles> files;

    private LogFiles(List<RawFiles> files) {
        this.files = files;
    }

    /** @param name of the log file, or @param folder of it; both blank where nothing is logged to a file */
    static LogFiles of(String name, String folder) {
        if (name.isBlank() && folder.isBlank()) {
            return new LogFiles(List.of());
        }
        Path log = (name.isBlank() ? Path.of(folder, "spring.log") : Path.of(name)).toAbsolutePath();
        String base = log.getFileName().toString();
        return new LogFiles(List.of(new RawFiles(
                "logs",
                Objects.requireNonNull(log.getParent(), "an absolute file lies in a folder"),
                path -> path.getNameCount() == 1 && path.toString().startsWith(base),
                RawFiles.Rewriting.NONE)));
    }

    @Override
    public boolean byFingerprint() {
        return true;
    }

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public boolean holds(Path file) {
        return files.stream().anyMatch(one -> one.holds(file));
    }

    @Override
    public List<Leftover> find(List<DestroyedKey> erased) throws IOException {
        return files.isEmpty() ? List.of() : files.getFirst().find(erased);
    }
}
