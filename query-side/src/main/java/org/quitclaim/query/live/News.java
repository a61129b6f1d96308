package org.quitclaim.query.live;

import java.util.List;
import java.util.function.Predicate;
import org.quitclaim.query.projection.Change;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What is sent to whoever follows. */
sealed interface News {
    /** More changes at once are told as {@code many}. */
    int NAMED = 100;

    /** @param hears of which changes the reader may know */
    List<SseEmitter.SseEventBuilder> events(Predicate<Change> hears);

    /** Nothing new: it keeps the connection open, and finds out whether it still is. */
    record StillHere(String comment) implements News {
        @Override
        public List<SseEmitter.SseEventBuilder> events(Predicate<Change> hears) {
            return List.of(SseEmitter.event().comment(comment));
        }
    }

    record Written(List<Change> changes, long position) implements News {
        @Override
        public List<SseEmitter.SseEventBuilder> events(Predicate<Change> hears) {
            if (changes.size() > NAMED) {
                // says that something was written, and of nothing what it was
                return List.of(event(new Told("many", "", position)));
            }
            return changes.stream()
                    .filter(hears)
                    .map(change -> event(new Told(change.kind(), change.id(), position)))
                    .toList();
        }

        private static SseEmitter.SseEventBuilder event(Told told) {
            return SseEmitter.event().name("changed").data(told);
        }
    }

    /** What a browser is told. */
    record Told(String kind, String id, long position) {}
}
