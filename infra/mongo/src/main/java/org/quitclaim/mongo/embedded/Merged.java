package org.quitclaim.mongo.embedded;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;
import org.quitclaim.mongo.embedded.SortedIndex.Entry;

/** The entries under several prefixes of one index in one order: that of what follows on the prefix. */
final class Merged implements Iterator<Entry> {
    private final PriorityQueue<Head> heads;

    Merged(List<String> prefixes, Function<String, Iterator<Entry>> walk, boolean reverse) {
        Comparator<Head> order = Comparator.comparing(Head::rest);
        heads = new PriorityQueue<>(reverse ? order.reversed() : order);
        prefixes.forEach(prefix -> add(prefix.length(), walk.apply(prefix)));
    }

    private record Head(Entry entry, String rest, int prefix, Iterator<Entry> more) {}

    private void add(int prefix, Iterator<Entry> entries) {
        if (entries.hasNext()) {
            Entry next = entries.next();
            heads.add(new Head(next, next.key().substring(prefix), prefix, entries));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public Entry next() {
        Head head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException();
        }
        add(head.prefix, head.more);
        return head.entry;
    }
}
