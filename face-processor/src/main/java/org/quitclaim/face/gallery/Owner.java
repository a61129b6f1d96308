package org.quitclaim.face.gallery;

import java.util.Arrays;
import java.util.BitSet;
import org.quitclaim.domain.id.PersonId;

/** Somebody in the gallery, and the places of their vectors: the number of the block times its capacity, plus the column. */
final class Owner {
    private final PersonId person;
    private int[] places = new int[1];
    private int count;

    Owner(PersonId person) {
        this.person = person;
    }

    PersonId person() {
        return person;
    }

    int count() {
        return count;
    }

    void add(int place) {
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        places[count++] = place;
    }

    /** The vector at {@code from} lies at {@code to} now. */
    void moved(int from, int to) {
        for (int i = 0; i < count; i++) {
            if (places[i] == from) {
                places[i] = to;
                return;
            }
        }
        throw new IllegalStateException("no vector of theirs lies there");
    }

    /** Forgets one place and answers it. */
    int takeLast() {
        return places[--count];
    }

    void markIn(BitSet marked) {
        for (int i = 0; i < count; i++) {
            marked.set(places[i]);
        }
    }
}
