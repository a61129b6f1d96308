package org.quitclaim.query.photo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.quitclaim.query.projection.DocumentCollection;
import org.quitclaim.query.projection.ReadDocument;
import org.quitclaim.query.projection.Recorded;

/**
 * The documents of one kind as they are after a batch of events.
 *
 * @param before those that existed, @param after those that the batch changed
 */
record StatusBatch<D extends ReadDocument>(Map<String, D> before, Map<String, D> after) {
    static <D extends ReadDocument> StatusBatch<D> fold(
            DocumentCollection<D> documents,
            Collection<Recorded> events,
            BiFunction<Optional<D>, Recorded, Optional<D>> fold) {
        List<String> streams = events.stream().map(Recorded::stream).distinct().toList();
        Map<String, D> before = streams.isEmpty() ? Map.of() : documents.load(streams);
        Map<String, D> after = new LinkedHashMap<>();
        for (Recorded event : events) {
            Optional<D> known = Optional.ofNullable(after.getOrDefault(event.stream(), before.get(event.stream())));
            if (known.map(ReadDocument::lastSeq).orElse(-1L) < event.sequence()) {
                fold.apply(known, event).ifPresent(next -> after.put(event.stream(), next));
            }
        }
        return new StatusBatch<>(before, after);
    }
}
