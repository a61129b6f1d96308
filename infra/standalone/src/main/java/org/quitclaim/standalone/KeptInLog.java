package org.quitclaim.standalone;

import java.nio.file.Path;
import java.util.Optional;
import org.quitclaim.eventstore.KeptApart;
import org.quitclaim.eventstore.StoredEvent;
import org.quitclaim.transparency.LogFault;
import org.quitclaim.transparency.LogFolder;
import org.quitclaim.transparency.LogMarks;
import org.quitclaim.transparency.LogReader;
import org.quitclaim.vault.LogSigner;
import org.quitclaim.vault.sqlite.VaultGlance;

/** The transparency log of a data folder, as that with which each look at the history compares the events. */
final class KeptInLog implements KeptApart {
    private static final String NEXT = " No event can be compared with it, and nothing is signed.";

    private final LogReader log;
    private final long last;
    private final long endedAt;

    private KeptInLog(LogReader log, LogMarks marks) {
        this.log = log;
        this.last = Math.min(log.size(), marks.parted().orElse(Long.MAX_VALUE));
        long ended = marks.ended().orElse(Long.MAX_VALUE);
        this.endedAt = ended == log.size() ? ended : Long.MAX_VALUE;
    }

    /** Nothing where no log was begun; once the vault has a key for it, one that is not there is lost. */
    static KeptApart in(Path data, Optional<String> installation) {
        LogFolder folder = LogFolder.in(data);
        if (!folder.holdsHead()) {
            return VaultGlance.holdsSecret(data, LogSigner.NAME)
                    ? broken("The transparency log beside the events is lost.")
                    : NONE;
        }
        try {
            LogReader log = LogReader.of(folder);
            if (installation.isPresent() && !log.head().origin().equals(LogFollower.name(installation.get()))) {
                return broken("The transparency log is another installation's.");
            }
            return new KeptInLog(log, new LogMarks(folder));
        } catch (LogFault e) {
            return broken(e.getMessage());
        }
    }

    private static KeptApart broken(String why) {
        return new KeptApart() {
            @Override
            public long last() {
                return 0;
            }

            @Override
            public boolean holds(StoredEvent event) {
                return true;
            }

            @Override
            public Optional<String> fault() {
                return Optional.of(why + NEXT);
            }
        };
    }

    @Override
    public long last() {
        return last;
    }

    @Override
    public long endedAt() {
        return endedAt;
    }

    @Override
    public boolean holds(StoredEvent event) {
        try {
            return log.holds(event.position() - 1, LoggedContent.of(event));
        } catch (LogFault e) {
            throw new Unusable(e.getMessage() + NEXT, e);
        }
    }

    @Override
    public void requireWhole() {
        try {
            log.requireWhole();
        } catch (LogFault e) {
            throw new Unusable(e.getMessage() + NEXT, e);
        }
    }
}
