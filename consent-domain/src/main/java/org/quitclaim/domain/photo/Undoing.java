package org.quitclaim.domain.photo;

import java.util.List;
import java.util.Optional;
import org.quitclaim.domain.vault.ActorId;

/**
 * Whether a change takes a face away from somebody who said no, and why.
 *
 * @param ofNo whether the person it leads to refused, withdrew, is restricted or erased, or asks on the page of their own to
 *     be taken off this face; unknown means that they did
 * @param because at most one; it takes one if {@code ofNo}
 * @param by the account or token that changes it; none if nobody can say, and then nobody can be told from them
 * @param read whom the mark was held to be when that was found out; empty where a history says a change again
 */
public record Undoing(boolean ofNo, List<UndoneBecause> because, List<ActorId> by, Optional<FaceStanding> read) {
    public static final Undoing OF_NOTHING = new Undoing(false, List.of(), List.of(), Optional.empty());

    public Undoing {
        because = List.copyOf(because);
        by = List.copyOf(by);
    }

    /** Whether it was found out of whomever the mark is held to be now. */
    boolean isAbout(MarkedFace face) {
        return read.isEmpty() || read.get().equals(face.standing());
    }

    Undoing ofNo(boolean sheDid) {
        return new Undoing(sheDid, because, by, read);
    }
}
