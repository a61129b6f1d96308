package org.quitclaim.query.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;

/**
 * What is asked or allowed, as queries show it.
 *
 * @param contexts the subjects that were named; absent for readers who must not learn them, like {@code anySubjectOf}
 * @param anySubjectOf the everyday subjects that "any subject" stood for when it was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TermsView(
        Purpose purpose,
        Set<Channel> channels,
        Set<Territory> territories,
        @Nullable Set<UseContext> contexts,
        @Nullable Set<UseContext> anySubjectOf,
        Coverage coverage,
        Term term) {
    static TermsView of(Terms terms, PersonReader reader) {
        return new TermsView(
                terms.purpose(),
                terms.channels(),
                terms.territories(),
                reader == PersonReader.EVERYTHING ? terms.contexts().named() : null,
                reader == PersonReader.EVERYTHING ? terms.contexts().anyOf() : null,
                terms.coverage(),
                terms.term());
    }
}
