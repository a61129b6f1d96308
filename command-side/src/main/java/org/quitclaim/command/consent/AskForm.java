package org.quitclaim.command.consent;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Contexts;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PhotoId;

/**
 * One thing to be asked, as it comes over HTTP.
 *
 * @param contexts the subjects, sensitive ones among them; none stands for {@code general}
 * @param anySubject whether every everyday subject that the installation knows today is asked for as well
 */
record AskForm(
        @Nullable Purpose purpose,
        @Nullable Channel channel,
        @Nullable List<String> territories,
        @Nullable List<String> contexts,
        @Nullable Boolean anySubject,
        @Nullable CoverageForm coverage,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    record CoverageForm(
            Coverage.@Nullable Extent extent,
            @Nullable List<String> collections,
            @Nullable List<String> photos) {
        Coverage read() {
            return new Coverage(
                    Input.need(extent, "coverage.extent"),
                    Input.list(collections).stream().map(CollectionId::new).toList(),
                    Input.list(photos).stream().map(PhotoId::new).toList());
        }
    }

    Terms read(ZoneId zone, LocalDate today, Vocabulary vocabulary) {
        if (until == null) {
            throw new RejectedException(
                    new InputRejection("consent.end-date-needed", "Every permission ends on a date: give \"until\"."));
        }
        LocalDate begin = from == null ? today : from;
        LocalDate end = until;
        if (begin.isAfter(end)) {
            throw new RejectedException(new InputRejection(
                    "consent.term-in-the-past",
                    "Choose an end date that is today or later, and not before the start."));
        }
        Term term = new Term(begin, end, zone);
        return switch (Input.need(purpose, "purpose")) {
            case RECOGNITION -> Terms.recognition(term);
            case PUBLICATION ->
                Input.parse(() -> new Terms(
                        Purpose.PUBLICATION,
                        Set.of(Input.need(channel, "channel")),
                        territoriesOrWorld(),
                        contexts(vocabulary),
                        Input.need(coverage, "coverage").read(),
                        term));
        };
    }

    private Contexts contexts(Vocabulary vocabulary) {
        Set<UseContext> named =
                Input.list(contexts).stream().map(vocabulary::listed).collect(Collectors.toSet());
        return Boolean.TRUE.equals(anySubject) ? vocabulary.get().any(named) : new Contexts(named, Set.of());
    }

    private Set<Territory> territoriesOrWorld() {
        return Input.need(territories, "territories").stream()
                .map(Territory::new)
                .collect(Collectors.toSet());
    }
}
