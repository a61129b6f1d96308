package org.quitclaim.domain.consent;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quitclaim.domain.Ordered;

/**
 * Which subjects this installation knows, and which of them are sensitive.
 *
 * <p><b>Guarantees:</b> a subject nobody listed counts as sensitive; one that is in both lists too.
 * {@link UseContext#GENERAL} is an everyday subject always.
 *
 * <p><b>Source:</b> GDPR Art. 9 and 10, recital 51: a subject can tell of the person portrayed what the photo does not.
 *
 * @param everyday what "any subject" stands for, those that are sensitive apart
 * @param sensitive covered only when named themselves
 * @param retired which of both nothing new is asked or published under; what is on record is read as before
 */
public record Subjects(Set<UseContext> everyday, Set<UseContext> sensitive, Set<UseContext> retired) {
    /** What holds where the settings say nothing. */
    public static final Subjects DEFAULT = new Subjects(
            codes(
                    "annual-report",
                    "anniversary",
                    "art-and-culture",
                    "education",
                    "event",
                    "newsletter",
                    "open-day",
                    "recruitment",
                    "sports",
                    "staff",
                    "volunteers"),
            codes(
                    "abortion",
                    "addiction-care",
                    "asylum",
                    "cancer-care",
                    "crime",
                    "debt-help",
                    "dementia",
                    "disability",
                    "domestic-violence",
                    "ethnicity",
                    "faith",
                    "fertility",
                    "gender",
                    "hip-surgery",
                    "hiv-clinic",
                    "homelessness",
                    "hospice",
                    "maternity",
                    "mental-health",
                    "politics",
                    "poverty",
                    "sexual-health",
                    "sexuality",
                    "trade-union",
                    "youth-care"));

    /** Every context that Quitclaim brings, with words of its own in each language. */
    public static final Set<UseContext> BUILT_IN = Ordered.set(new Contexts(DEFAULT.everyday, DEFAULT.sensitive).all());

    /** What holds while nobody can read the list: nothing but general use, and nothing new is asked for. */
    public static final Subjects NOTHING_KNOWN = new Subjects(Set.of(), Set.of());

    public Subjects(Set<UseContext> everyday, Set<UseContext> sensitive) {
        this(everyday, sensitive, Set.of());
    }

    public Subjects {
        if (sensitive.contains(UseContext.GENERAL)) {
            throw new IllegalArgumentException(
                    "\"general\" is a use without a subject of its own, never a sensitive one");
        }
        everyday = Ordered.set(
                Stream.concat(everyday.stream(), Stream.of(UseContext.GENERAL)).collect(Collectors.toSet()));
        sensitive = Ordered.set(sensitive);
        retired = Ordered.set(retired);
    }

    /** Whether something new may be asked or published under it. */
    public boolean lists(UseContext subject) {
        return (everyday.contains(subject) || sensitive.contains(subject)) && !retired.contains(subject);
    }

    /** Everything that is, or once was, on the list. */
    public Set<UseContext> known() {
        return new Contexts(everyday, sensitive).all();
    }

    /** Everything that may be asked for. */
    public List<UseContext> listed() {
        return known().stream().filter(this::lists).toList();
    }

    public boolean sensitive(UseContext subject) {
        return sensitive.contains(subject) || !everyday.contains(subject);
    }

    /** What is asked for with "any subject" today, and {@code named} besides. */
    public Contexts any(Set<UseContext> named) {
        return new Contexts(
                named, ordinary(everyday).stream().filter(this::lists).collect(Collectors.toSet()));
    }

    /** What somebody allowed who allowed {@code contexts}: less than was written down once a subject became sensitive. */
    public Contexts today(Contexts contexts) {
        return new Contexts(contexts.named(), ordinary(contexts.anyOf()));
    }

    private Set<UseContext> ordinary(Set<UseContext> some) {
        return some.stream().filter(one -> !sensitive(one)).collect(Collectors.toSet());
    }

    private static Set<UseContext> codes(String... codes) {
        return Stream.of(codes).map(UseContext::new).collect(Collectors.toSet());
    }
}
