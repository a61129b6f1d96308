package org.quitclaim.query.projection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The views that rest on one stream each, filled by one processor so that the events are read once. */
final class StreamProjection implements Projection {
    public static final String NAME = "stream-views";

    private final List<StreamView<?>> views;

    public StreamProjection(List<StreamView<?>> views) {
        this.views = List.copyOf(views);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean joinsStreams() {
        return false;
    }

    @Override
    public boolean wants(Class<?> event) {
        return views.stream().anyMatch(view -> view.shows(event));
    }

    @Override
    public List<Change> apply(List<Recorded> batch) {
        List<Change> changes = new ArrayList<>();
        views.forEach(view -> changes.addAll(apply(view, batch)));
        return changes;
    }

    private static <D extends ReadDocument> List<Change> apply(StreamView<D> view, List<Recorded> batch) {
        List<Recorded> mine =
                batch.stream().filter(one -> view.shows(one.event().getClass())).toList();
        if (mine.isEmpty()) {
            return List.of();
        }
        DocumentCollection<D> documents = view.documents();
        Map<String, D> before =
                documents.load(mine.stream().map(Recorded::stream).distinct().toList());
        Map<String, D> changed = new LinkedHashMap<>();
        for (Recorded one : mine) {
            Optional<D> known = Optional.ofNullable(changed.getOrDefault(one.stream(), before.get(one.stream())));
            if (known.map(ReadDocument::lastSeq).orElse(-1L) < one.sequence()) {
                view.fold(known, one).ifPresent(next -> changed.put(one.stream(), next));
            }
        }
        documents.write(changed.values());
        return changed.keySet().stream()
                .map(id -> new Change(documents.kind(), id))
                .toList();
    }

    @Override
    public List<DocumentCollection<?>> documents() {
        return views.stream().<DocumentCollection<?>>map(StreamView::documents).toList();
    }
}
