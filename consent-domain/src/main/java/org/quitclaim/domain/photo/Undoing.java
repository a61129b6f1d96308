package org.quitclaim.domain.photo;

import java.util.List;

/**
 * Whether a change takes a face away from somebody who said no, and why.
 *
 * @param ofNo whether the person it leads to refused, withdrew, is restricted or erased, or asks on the page of their own to
 *     be taken off this face; unknown means that they did
 * @param because at most one; it takes one if {@code ofNo}
 */
public record Undoing(boolean ofNo, List<UndoneBecause> because) {
    public static final Undoing OF_NOTHING = new Undoing(false, List.of());

    public Undoing {
        because = List.copyOf(because);
    }

    static Undoing of(UndoneBecause because) {
        return new Undoing(true, List.of(because));
    }
}
