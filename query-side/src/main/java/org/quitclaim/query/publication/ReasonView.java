package org.quitclaim.query.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.PersonId;
import org.quitclaim.domain.publication.Reason;

/** One coded reason, and whose consent it is about. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReasonView(String code, @Nullable PersonId personId) {
    static ReasonView of(Reason reason) {
        return new ReasonView(
                reason.code(),
                reason.person().isEmpty() ? null : reason.person().getFirst());
    }
}
