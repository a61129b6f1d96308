package org.quitclaim.domain.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every doubt of an installation: those that are open, and those that somebody settled. */
public record Doubts(List<OpenDoubt> open, List<Doubt> settled) {
    public static final Doubts NONE = new Doubts(List.of(), List.of());

    public Doubts {
        open = List.copyOf(open);
        settled = List.copyOf(settled);
    }

    public Optional<OpenDoubt> opened(String id) {
        return open.stream().filter(one -> one.doubt().id().equals(id)).findFirst();
    }

    /** Whether it was ever opened; what was settled is not doubted again. */
    public boolean know(Doubt doubt) {
        return opened(doubt.id()).isPresent() || settled.contains(doubt);
    }

    public Doubts with(Doubt doubt, Instant since) {
        return new Doubts(
                Stream.concat(open.stream(), Stream.of(new OpenDoubt(doubt, since)))
                        .toList(),
                settled);
    }

    public Doubts without(Doubt doubt) {
        return new Doubts(
                open.stream().filter(one -> !one.doubt().equals(doubt)).toList(),
                Stream.concat(settled.stream(), Stream.of(doubt)).toList());
    }
}
