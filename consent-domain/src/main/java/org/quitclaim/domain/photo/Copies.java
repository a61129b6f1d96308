package org.quitclaim.domain.photo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quitclaim.domain.FrozenMap;
import org.quitclaim.domain.id.PhotoId;

/**
 * Of which other photos this one is, may be, or is not a copy.
 *
 * @param followed the last version of this photo of which its copies were told
 */
public record Copies(Map<PhotoId, Copy> of, int followed) {
    public static final Copies NONE = new Copies(Map.of(), 0);

    public Copies {
        of = FrozenMap.of(of);
    }

    /** How far that is known. */
    public enum Known {
        /** Nobody looked at both yet. */
        PROPOSED,
        SAME,
        OTHER
    }

    /** @param pressing whether somebody on the other one said no, so that it counts before it is settled */
    public record Copy(Known known, boolean pressing) {}

    public Optional<Copy> with(PhotoId other) {
        return Optional.ofNullable(of.get(other));
    }

    /** Those that keep this one from being green: they may show somebody who said no. */
    public List<PhotoId> unsettled() {
        return of.entrySet().stream()
                .filter(one -> one.getValue().known() == Known.PROPOSED
                        && one.getValue().pressing())
                .map(Map.Entry::getKey)
                .toList();
    }

    Copies proposed(PhotoId other, boolean pressing) {
        return with(other, new Copy(Known.PROPOSED, pressing));
    }

    Copies settled(PhotoId other, boolean same) {
        boolean pressing = with(other).filter(Copy::pressing).isPresent();
        return with(other, new Copy(same ? Known.SAME : Known.OTHER, pressing));
    }

    Copies followed(int version) {
        return new Copies(of, version);
    }

    private Copies with(PhotoId other, Copy copy) {
        return new Copies(FrozenMap.of(of).with(other, copy), followed);
    }
}
