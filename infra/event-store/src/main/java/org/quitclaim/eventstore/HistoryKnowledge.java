package org.quitclaim.eventstore;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What lies beside the event file and knows of the history, so that one that lost its end, or everything, is told from a
 * short one.
 *
 * @param position of the last event that something else had heard of, 0 if of none
 * @param installation the stream that the history of this data folder has to hold, where the folder says whose it is
 * @param inUse whether records are sealed that only events can name
 * @param kept what of each event is kept apart
 */
public record HistoryKnowledge(long position, Optional<String> installation, boolean inUse, KeptApart kept) {
    public static final HistoryKnowledge NONE = new HistoryKnowledge(0, Optional.empty(), false);

    /** Nothing of the events is kept apart. */
    public HistoryKnowledge(long position, Optional<String> installation, boolean inUse) {
        this(position, installation, inUse, KeptApart.NONE);
    }

    /** Where it is found; asked before the events are read, which are never behind it then. */
    @FunctionalInterface
    public interface Source {
        HistoryKnowledge in(Path dataFolder);
    }

    /** Whether the folder was ever worked on. */
    public boolean hasAny() {
        return position > 0 || inUse;
    }
}
