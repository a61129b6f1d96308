package org.quitclaim.domain.status;

import java.util.List;
import java.util.function.Predicate;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.photo.Copies;

/**
 * What somebody is told of copies who may not see them.
 *
 * <p><b>Guarantees:</b> the colour stays what it is; which photo it may be a copy of, and that somebody on it said no, is told
 * only to whoever may see one of those photos. Everybody else reads that it may be one they cannot see, and who has to look:
 * the code stands for nothing else, so to leave that out would hide nothing and leave them to guess.
 *
 * <p><b>Source:</b> GDPR Art. 5(1)(c); R93.
 */
public final class HiddenCopies {
    /** The picture may be one of another photo, which they cannot see. An editor or an officer has to look at both. */
    public static final String CODE = "photo.office-looks";

    private HiddenCopies() {}

    public static Status from(Status status, Copies copies, Predicate<PhotoId> sees) {
        if (copies.unsettled().stream().anyMatch(sees)) {
            return status;
        }
        List<StatusReason> told = status.reasons().stream()
                .map(reason -> reason.code().equals(StatusRule.COPY_UNSETTLED)
                        ? new StatusReason(CODE, reason.colour(), List.of(), List.of(), List.of())
                        : reason)
                .toList();
        return new Status(status.colour(), told, status.until());
    }
}
