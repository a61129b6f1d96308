package org.quitclaim.eventstore;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a look at the whole event file found.
 *
 * @param events how many events there are
 * @param gaps positions without an event
 * @param unexplained those of them at which no stream lacks an event: what was lost there, nobody knows
 * @param unreadable positions of events that cannot be read
 * @param damaged what is wrong with each stream of which nothing can be used
 * @param altered events that are not what they were when they were verified; at most one range
 * @param firstDamage the first damaged stream in one line, with position and type
 */
public record HistoryFindings(
        long events,
        List<PositionGap> gaps,
        List<PositionGap> unexplained,
        Set<Long> unreadable,
        Map<String, String> damaged,
        List<PositionGap> altered,
        Optional<String> firstDamage) {
    public static final HistoryFindings NONE =
            new HistoryFindings(0, List.of(), List.of(), Set.of(), Map.of(), List.of(), Optional.empty());

    public HistoryFindings {
        gaps = List.copyOf(gaps);
        unexplained = List.copyOf(unexplained);
        unreadable = Set.copyOf(unreadable);
        damaged = Map.copyOf(damaged);
        altered = List.copyOf(altered);
    }

    public boolean whole() {
        return gaps.isEmpty() && damaged.isEmpty() && altered.isEmpty();
    }

    /** The first thing that is wrong, in one line without ids; empty if nothing is. */
    public Optional<String> said() {
        if (firstDamage.isPresent()) {
            String more = damaged.size() == 1 ? "" : " " + (damaged.size() - 1) + " more streams are damaged.";
            return Optional.of(firstDamage.get() + more);
        }
        return unexplained.stream()
                .findFirst()
                .map(gap -> "The history lacks " + gap + ", and no stream lacks an event there.")
                .or(() -> altered.stream()
                        .findFirst()
                        .map(range -> "Among " + range + " an event is not what it was when it was verified."));
    }
}
