package org.quitclaim.command.copies;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Copies.Known;

/** Which photos are copies of which, or may be, as the history says; both ways round. */
public record CopyPairs(WorkIndex index, UpToDate upToDate) {
    /** @param pressing whether one of the two is amber until it is settled */
    public record Pair(PhotoId photo, PhotoId other, Known known, boolean pressing, Instant since) {}

    /** Every other photo that somebody or something connected with this one. */
    public Map<PhotoId, Known> of(PhotoId photo) {
        upToDate.await();
        Map<PhotoId, Known> known = new LinkedHashMap<>();
        index.all(
                        "select other, known from copy where photo = ? union all"
                                + " select photo, known from copy where other = ? order by 1",
                        row -> Map.entry(new PhotoId(row.getString(1)), Known.valueOf(row.getString(2))),
                        photo.value(),
                        photo.value())
                .forEach(one -> known.merge(one.getKey(), one.getValue(), CopyPairs::surer));
        return known;
    }

    /** Said in one of the two histories it holds for both. */
    private static Known surer(Known one, Known other) {
        return one == Known.PROPOSED ? other : one;
    }

    /** Those that nobody has settled; what is amber for it first, then the oldest. */
    public List<Pair> unsettled(int most) {
        upToDate.await();
        return index.all(
                "select photo, other, known, pressing, since from copy where known = 'PROPOSED' order by pressing desc,"
                        + " since, photo, other limit " + most,
                row -> new Pair(
                        new PhotoId(row.getString(1)),
                        new PhotoId(row.getString(2)),
                        Known.valueOf(row.getString(3)),
                        row.getInt(4) == 1,
                        Instant.ofEpochMilli(row.getLong(5))));
    }

    /** Whether somebody still has to say of one of these whether another photo, that is none of these, is a copy of it. */
    public boolean anyUnsettled(Collection<PhotoId> photos) {
        return photos.stream()
                .anyMatch(photo -> of(photo).entrySet().stream()
                        .anyMatch(one -> one.getValue() == Known.PROPOSED && !photos.contains(one.getKey())));
    }
}
