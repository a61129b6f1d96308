package org.quitclaim.query.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.Denial;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.publication.Reason;

/** One coded reason, and whose consent it is about; the nearest miss only for officers and auditors. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReasonView(String code, @Nullable PersonId personId) {
    static ReasonView of(Reason reason, boolean exact) {
        return new ReasonView(
                exact ? reason.code() : Denial.withoutTerms(reason.code()),
                reason.person().isEmpty() ? null : reason.person().getFirst());
    }
}
