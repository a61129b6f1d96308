package org.quitclaim.domain.governance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was noticed of work in bulk: whatever nobody examined yet, and of each account the last that somebody did. */
public record BulkUses(List<Noticed> all) {
    public static final BulkUses NONE = new BulkUses(List.of());

    public BulkUses {
        all = List.copyOf(all);
    }

    /** @param count how many it were when it was noticed; it may have gone on */
    public record Noticed(BulkUse use, int count, Instant at, boolean examined) {}

    public List<Noticed> open() {
        return all.stream().filter(one -> !one.examined()).toList();
    }

    /** Once a day is enough. */
    boolean know(BulkUse use) {
        return all.stream()
                .anyMatch(one -> one.use().isLike(use) && !one.use().day().isBefore(use.day()));
    }

    Optional<Noticed> opened(BulkUse use) {
        return open().stream().filter(one -> one.use().equals(use)).findFirst();
    }

    BulkUses noticed(BulkUse use, int count, Instant at) {
        return new BulkUses(Stream.concat(
                        all.stream().filter(one -> !one.examined() || !one.use().isLike(use)),
                        Stream.of(new Noticed(use, count, at, false)))
                .toList());
    }

    BulkUses examined(BulkUse use) {
        return new BulkUses(all.stream()
                .map(one -> one.use().equals(use) ? new Noticed(use, one.count(), one.at(), true) : one)
                .toList());
    }
}
