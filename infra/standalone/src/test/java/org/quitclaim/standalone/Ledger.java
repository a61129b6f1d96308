package org.quitclaim.standalone;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.quitclaim.domain.DomainEvent;

/** What a server acknowledged, written down outside of it. */
final class Ledger {
    /** Names by person. */
    final Map<String, String> persons = new ConcurrentHashMap<>();
    /** Persons who said yes, to the website and where asked to recognition. */
    final Set<String> granted = ConcurrentHashMap.newKeySet();

    final Set<String> photos = ConcurrentHashMap.newKeySet();
    /** Who is on the photo, by photo; written down before the server is told. */
    final Map<String, String> shown = new ConcurrentHashMap<>();
    /** Photos on which the link was acknowledged. */
    final Set<String> sighted = ConcurrentHashMap.newKeySet();
    /** The photo, by publication. */
    final Map<String, String> cleared = new ConcurrentHashMap<>();

    final Set<String> published = ConcurrentHashMap.newKeySet();
    /** Persons who may have had their faceprint taken, with the answer or without. */
    final Set<String> enrolled = ConcurrentHashMap.newKeySet();
    /** Persons whose withdrawal from the website was acknowledged. */
    final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
    /** Persons whose withdrawal from recognition was acknowledged. */
    final Set<String> unrecognised = ConcurrentHashMap.newKeySet();

    /** What else has to be in the history: by stream the kinds of events whose command was acknowledged. */
    final Map<String, Set<Class<? extends DomainEvent>>> recorded = new ConcurrentHashMap<>();

    final AtomicLong numbers = new AtomicLong();

    @SafeVarargs
    final void recorded(String stream, Class<? extends DomainEvent>... events) {
        recorded.computeIfAbsent(stream, id -> ConcurrentHashMap.newKeySet()).addAll(List.of(events));
    }

    /** As it is now, whatever is acknowledged later. */
    Ledger copy() {
        Ledger copy = new Ledger();
        copy.persons.putAll(persons);
        copy.granted.addAll(granted);
        copy.photos.addAll(photos);
        copy.shown.putAll(shown);
        copy.sighted.addAll(sighted);
        copy.cleared.putAll(cleared);
        copy.published.addAll(published);
        copy.enrolled.addAll(enrolled);
        copy.withdrawn.addAll(withdrawn);
        copy.unrecognised.addAll(unrecognised);
        recorded.forEach((stream, events) -> copy.recorded.put(stream, Set.copyOf(events)));
        return copy;
    }

    @Override
    public String toString() {
        return "%d persons, %d of them granted, %d photos, %d cleared, %d published, %d enrolled, %d and %d withdrawn"
                .formatted(
                        persons.size(),
                        granted.size(),
                        photos.size(),
                        cleared.size(),
                        published.size(),
                        enrolled.size(),
                        withdrawn.size(),
                        unrecognised.size());
    }
}
