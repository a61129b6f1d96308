package org.quitclaim.command.portal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.access.subjects.Vocabulary;
import org.quitclaim.certificate.coverage.CoverageWords;
import org.quitclaim.certificate.coverage.Covered;
import org.quitclaim.domain.consent.Contexts;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;

/**
 * The sentences of the person's page that say what a question or permission covers.
 *
 * <p><b>Guarantees:</b> what they name is what the gate clears today, in every language; a subject that became sensitive
 * since is no longer among them where it was one of many.
 */
final class CoverageSays {
    private CoverageSays() {}

    /** By language, a line for each thing that a use is held against. */
    static Map<String, List<String>> of(Terms terms, Vocabulary vocabulary) {
        return of(terms, vocabulary.get(), vocabulary.words());
    }

    static Map<String, List<String>> of(Terms terms, Subjects subjects, Map<String, Map<String, String>> words) {
        return by(CoverageWords::lines, terms, subjects, words);
    }

    /** What a refused question was about: without its term, since a no has no end. */
    static Map<String, List<String>> ofRefused(Terms terms, Vocabulary vocabulary) {
        return by(CoverageWords::refused, terms, vocabulary.get(), vocabulary.words());
    }

    private static Map<String, List<String>> by(
            BiFunction<CoverageWords, Covered, List<String>> lines,
            Terms terms,
            Subjects subjects,
            Map<String, Map<String, String>> own) {
        Covered covered = covered(terms, subjects.today(terms.contexts()), own);
        return Arrays.stream(CoverageWords.values())
                .collect(Collectors.toMap(
                        CoverageWords::language,
                        words -> lines.apply(words, covered),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static Covered covered(Terms terms, Contexts contexts, Map<String, Map<String, String>> own) {
        Coverage coverage = terms.coverage();
        return new Covered(
                codes(terms.channels(), Enum::name),
                codes(terms.territories(), Territory::code),
                codes(contexts.named(), UseContext::code),
                codes(contexts.anyOf(), UseContext::code),
                coverage.extent().name(),
                Stream.concat(coverage.collections().stream(), coverage.photos().stream())
                        .map(id -> id.value())
                        .toList(),
                terms.term().from(),
                terms.term().until(),
                own);
    }

    private static <T> List<String> codes(Collection<T> some, Function<T, String> code) {
        return some.stream().map(code).toList();
    }
}
