package org.quitclaim.standalone;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --new-backup-target}. */
final class NewTargetOption {
    @Option(
            names = "--new-backup-target",
            description = "the backup target is another one than before, for good; say it once")
    private @Nullable Boolean given;

    boolean isGiven() {
        return given != null;
    }

    Options in(Options options) {
        return options.with("quitclaim.vault.new-backup-target", given);
    }
}
