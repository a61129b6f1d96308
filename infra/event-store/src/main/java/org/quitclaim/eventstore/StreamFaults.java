package org.quitclaim.eventstore;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Streams of which nothing can be used, and the first thing that is wrong with each. */
final class StreamFaults {
    private final Map<String, String> damaged = new LinkedHashMap<>();
    private final Set<Long> unreadable = new HashSet<>();

    void add(String stream, String what) {
        damaged.putIfAbsent(stream, what);
    }

    void unreadable(long position, String stream, String type) {
        unreadable.add(position);
        add(stream, "At position " + position + " this version cannot read an event " + type + ".");
    }

    boolean isReadable(long position) {
        return !unreadable.contains(position);
    }

    boolean areNone() {
        return damaged.isEmpty();
    }

    Map<String, String> damaged() {
        return damaged;
    }

    Set<Long> unreadable() {
        return unreadable;
    }

    Optional<String> first() {
        return damaged.values().stream().findFirst();
    }
}
