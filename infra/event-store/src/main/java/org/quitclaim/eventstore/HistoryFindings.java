package org.quitclaim.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a look at the whole event file found.
 *
 * @param events how many events there are
 * @param gaps positions without an event before the last one
 * @param unexplained those of them at which no stream lacks an event: what was lost there, nobody knows
 * @param end what is missing behind the last event, if something else had heard of it
 * @param foreign whether this is not the history of the data folder that it lies in
 * @param unreadable positions of events that cannot be read
 * @param damaged what is wrong with each stream of which nothing can be used
 * @param altered events that are not as they were written
 * @param kept why nothing can be compared with what is kept of the events apart, if it cannot
 * @param firstDamage the first damaged stream in one line, with position and type
 */
public record HistoryFindings(
        long events,
        List<PositionGap> gaps,
        List<PositionGap> unexplained,
        Optional<PositionGap> end,
        boolean foreign,
        Set<Long> unreadable,
        Map<String, String> damaged,
        List<AlteredEvents> altered,
        Optional<String> kept,
        Optional<String> firstDamage) {
    public static final HistoryFindings NONE = new HistoryFindings(
            0,
            List.of(),
            List.of(),
            Optional.empty(),
            false,
            Set.of(),
            Map.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    public HistoryFindings {
        gaps = List.copyOf(gaps);
        unexplained = List.copyOf(unexplained);
        unreadable = Set.copyOf(unreadable);
        damaged = Map.copyOf(damaged);
        altered = List.copyOf(altered);
    }

    /** Of a folder without events. */
    static HistoryFindings empty(HistoryKnowledge knowledge) {
        return new HistoryFindings(
                0,
                List.of(),
                List.of(),
                endBehind(0, knowledge.position()),
                knowledge.inUse(),
                Set.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static Optional<PositionGap> endBehind(long head, long known) {
        return known > head ? Optional.of(new PositionGap(head + 1, known)) : Optional.empty();
    }

    /** Without those faults that somebody accepted, each of them by itself. */
    public HistoryFindings without(Predicate<PositionGap> acceptedGap, Predicate<AlteredEvents> acceptedAltered) {
        return new HistoryFindings(
                events,
                gaps,
                unexplained.stream().filter(acceptedGap.negate()).toList(),
                end,
                foreign,
                unreadable,
                damaged,
                altered.stream().filter(acceptedAltered.negate()).toList(),
                kept,
                firstDamage);
    }

    /** Everything that is wrong, the first of each kind named, in one line without ids; empty if nothing is. */
    public Optional<String> said() {
        List<String> said = new ArrayList<>();
        if (foreign) {
            said.add("The event file holds another installation's history, or none, and this data folder is in use.");
        }
        firstDamage.ifPresent(first -> said.add(first + more(damaged.size(), "streams are damaged")));
        end.ifPresent(gap -> said.add("The history ends at position " + (gap.first() - 1) + ", but " + gap
                + (gap.first() == gap.last() ? " was" : " were") + " there already."));
        unexplained.stream()
                .findFirst()
                .ifPresent(gap -> said.add("The history lacks " + gap + ", and no stream lacks an event there."
                        + more(unexplained.size(), "places lack events")));
        altered.stream()
                .findFirst()
                .ifPresent(one -> said.add(one + more(altered.size(), "places hold altered events")));
        kept.ifPresent(said::add);
        return said.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", said));
    }

    private static String more(int all, String what) {
        return all == 1 ? "" : " " + (all - 1) + " more " + what + ".";
    }
}
