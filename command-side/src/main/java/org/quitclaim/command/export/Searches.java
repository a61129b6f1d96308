package org.quitclaim.command.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.quitclaim.command.export.DataExport.Search;
import org.quitclaim.command.rights.Portrayals.Sought;
import org.quitclaim.domain.consent.ConsentEvent;
import org.quitclaim.domain.consent.ConsentEvent.ErasureOrdered;
import org.quitclaim.domain.consent.ConsentEvent.FaceprintEnrolled;
import org.quitclaim.domain.vault.KeyScope;

/** How often runs of recognition used her faceprint: by day, since a shoot may have thousands of faces. Days are UTC. */
final class Searches {
    private Searches() {}

    static List<Search> of(List<Sought> sought, List<ConsentEvent> history) {
        Predicate<Instant> enrolled = enrolled(history);
        Map<Search, Integer> counts = new TreeMap<>(
                Comparator.comparing(Search::day).thenComparing(Search::role).thenComparing(Search::among));
        for (Sought one : sought) {
            if (!one.amongEverybody() || enrolled.test(one.at())) {
                LocalDate day = LocalDate.ofInstant(one.at(), ZoneOffset.UTC);
                counts.merge(
                        new Search(day, one.role(), one.amongEverybody() ? "EVERYBODY" : "SHOOT", 0), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(one -> new Search(
                        one.getKey().day(), one.getKey().role(), one.getKey().among(), one.getValue()))
                .toList();
    }

    /** From the first faceprint until recognition ends, each time. */
    private static Predicate<Instant> enrolled(List<ConsentEvent> history) {
        List<Predicate<Instant>> times = new ArrayList<>();
        Instant since = null;
        for (ConsentEvent event : history) {
            if (event instanceof FaceprintEnrolled e && since == null) {
                since = e.at();
            } else if (event instanceof ErasureOrdered e && e.scope() == KeyScope.RECOGNITION && since != null) {
                Instant from = since;
                times.add(at -> !at.isBefore(from) && !at.isAfter(e.at()));
                since = null;
            }
        }
        if (since != null) {
            Instant from = since;
            times.add(at -> !at.isBefore(from));
        }
        return at -> times.stream().anyMatch(time -> time.test(at));
    }
}
