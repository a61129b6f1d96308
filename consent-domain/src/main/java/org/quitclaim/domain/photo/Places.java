package org.quitclaim.domain.photo;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where on a photo faces were held against somebody, once for each time.
 *
 * <p>Places are counted, not marks: whoever draws the same face again, or moves its mark a little, has the same face.
 */
public record Places(List<Box> boxes) {
    static final Places NONE = new Places(List.of());

    public Places {
        boxes = List.copyOf(boxes);
    }

    /** How often at this place. */
    public int timesAt(Box box) {
        return (int) boxes.stream().filter(box::isAtPlaceOf).count();
    }

    Places with(Box box) {
        return new Places(Stream.concat(boxes.stream(), Stream.of(box)).toList());
    }
}
