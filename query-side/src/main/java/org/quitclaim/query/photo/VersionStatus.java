package org.quitclaim.query.photo;

import java.time.Instant;
import java.util.List;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.id.RenditionId;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.domain.status.StatusReason;

/**
 * Which colour one version of a photo has from when on, for all the uses that share it.
 *
 * <p><b>Guarantees:</b> {@code spans} is in order of time, begins at the epoch and has no gaps, so the colour at any
 * instant can be read off without another event: a green that has run out is not green, whether or not somebody has
 * noticed yet.
 */
record VersionStatus(RenditionId rendition, List<Cell> cells, List<Span> spans) {
    /** The context that stands for every subject that nobody named. */
    static final String ANY_OTHER = "*";

    /**
     * One use: a channel and the code of a context, or {@link #ANY_OTHER}.
     *
     * @param sensitive whether it is the answer for when that context counts as sensitive; which one does is a setting
     *     that is asked when the status is read, so that another setting needs no other statuses
     */
    record Cell(Channel channel, String context, boolean sensitive) {}

    /** One colour, from an instant on until the next span. */
    record Span(Instant from, Colour colour, List<StatusReason> reasons) {
        Span {
            reasons = List.copyOf(reasons);
        }

        boolean sameAs(Span other) {
            return colour == other.colour && reasons.equals(other.reasons);
        }
    }

    VersionStatus {
        cells = List.copyOf(cells);
        spans = List.copyOf(spans);
    }

    int spanAt(Instant instant) {
        int last = 0;
        for (int i = 0; i < spans.size(); i++) {
            if (!spans.get(i).from().isAfter(instant)) {
                last = i;
            }
        }
        return last;
    }
}
