package org.quitclaim.query.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The documents a writer used last, so that it need not read back what it has just written. */
final class RecentlyUsed<D extends ReadDocument> {
    private static final int LIMIT = 5_000;

    private final Map<String, D> documents = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, D> eldest) {
            return size() > LIMIT;
        }
    };

    synchronized Optional<D> get(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    synchronized void put(D document) {
        documents.put(document.documentId(), document);
    }

    synchronized void clear() {
        documents.clear();
    }
}
