package org.quitclaim.vault.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.id.InstallationId;
import org.quitclaim.vault.storage.LedgerLines;

/** {@link LedgerLines} that end with the process. */
final class MemoryLedgerLines implements LedgerLines {
    private final List<String> lines = new ArrayList<>();
    private @Nullable String seen;

    @Override
    public synchronized List<String> read(InstallationId installation) {
        return List.copyOf(lines);
    }

    @Override
    public synchronized Optional<String> last(InstallationId installation) {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast());
    }

    @Override
    public synchronized void append(InstallationId installation, List<String> more) {
        lines.addAll(more);
    }

    @Override
    public synchronized void replace(InstallationId installation, List<String> others) {
        lines.clear();
        lines.addAll(others);
    }

    @Override
    public synchronized Optional<String> seen(InstallationId installation) {
        return Optional.ofNullable(seen);
    }

    @Override
    public synchronized void leaveSeen(InstallationId installation, String text) {
        seen = text;
    }
}
