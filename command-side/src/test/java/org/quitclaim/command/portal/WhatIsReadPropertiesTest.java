package org.quitclaim.command.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.quitclaim.certificate.coverage.CoverageWords;
import org.quitclaim.domain.Decision;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.ConsentCommand.AuthoriseUse;
import org.quitclaim.domain.consent.ConsentDecisions;
import org.quitclaim.domain.consent.ConsentState;
import org.quitclaim.domain.consent.Consents;
import org.quitclaim.domain.consent.Contexts;
import org.quitclaim.domain.consent.Coverage;
import org.quitclaim.domain.consent.Coverage.Extent;
import org.quitclaim.domain.consent.Purpose;
import org.quitclaim.domain.consent.Subjects;
import org.quitclaim.domain.consent.Term;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.consent.Territory;
import org.quitclaim.domain.consent.UseContext;
import org.quitclaim.domain.id.CollectionId;
import org.quitclaim.domain.id.PhotoId;
import org.quitclaim.domain.publication.Use;

/**
 * The sentences of her page against the answer of the gate: a use is named in both languages exactly if it is cleared.
 * Nothing here reads the terms; the sentences are searched for the words of the use that is asked about.
 */
@Requirement({"R39", "R85"})
class WhatIsReadPropertiesTest {
    /** Those that the installation added, among them some that read like parts of others; the last one's words were struck. */
    private static final Map<String, Map<String, String>> ADDED = Map.of(
            "own-1", Map.of("en", "Open", "nl", "Open"),
            "own-2", Map.of("en", "Day", "nl", "Dag"),
            "own-3", Map.of("en", "Sport", "nl", "Sporten"),
            "own-4", Map.of("en", "Hip", "nl", "Heup"),
            "own-5", Map.of("en", "Nothing else", "nl", "Niets anders"),
            "own-6", Map.of("en", "Faith, events and staff", "nl", "Geloof, evenementen en medewerkers"));

    private static final List<UseContext> SUBJECTS = codes(
            "general",
            "open-day",
            "sports",
            "event",
            "hip-surgery",
            "hiv-clinic",
            "addiction-care",
            "faith",
            "staff",
            "own-1",
            "own-2",
            "own-3",
            "own-4",
            "own-5",
            "own-6",
            "own-7");

    private static final List<Territory> PLACES = Stream.of(
                    "WORLD", "EEA", "NL", "BE", "NO", "GB", "CH", "US", "GE", "GS")
            .map(Territory::new)
            .toList();
    /** Of the places above, written down apart from the code. */
    private static final Set<String> IN_THE_EEA = Set.of("EEA", "NL", "BE", "NO");

    private static final Map<String, Map<Channel, String>> CHANNELS = Map.of(
            "en",
            Map.of(
                    Channel.WEBSITE, "our website",
                    Channel.SOCIAL_MEDIA, "our social media",
                    Channel.PRINT, "our printed matter",
                    Channel.PRESS, "the press",
                    Channel.INTERNAL, "inside our organisation",
                    Channel.ADVERTISING, "our advertising"),
            "nl",
            Map.of(
                    Channel.WEBSITE, "onze website",
                    Channel.SOCIAL_MEDIA, "onze sociale media",
                    Channel.PRINT, "ons drukwerk",
                    Channel.PRESS, "de pers",
                    Channel.INTERNAL, "binnen onze organisatie",
                    Channel.ADVERTISING, "onze reclame"));
    private static final Map<String, List<String>> EVERYWHERE = Map.of(
            "en", List.of("anywhere in the world", "European Economic Area", "All photos, of every shoot"),
            "nl", List.of("overal ter wereld", "Europese Economische Ruimte", "Alle foto's, van elke fotosessie"));

    private static final List<CollectionId> SHOOTS = List.of(Sample.collection("gala"), Sample.collection("ball"));
    private static final List<PhotoId> PHOTOS = List.of(Sample.photo("stage"), Sample.photo("hall"));

    /** The photo that is asked about, and when. */
    record Moment(CollectionId shoot, PhotoId photo, int day) {}

    record Asked(Channel channel, Territory place, UseContext subject, CollectionId shoot, PhotoId photo, int day) {}

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aUseIsClearedExactlyIfItsWordsAreInTheSentences(
            @ForAll("subjects") Subjects whenAsked,
            @ForAll("subjects") Subjects today,
            @ForAll("terms") Terms general,
            @ForAll("named") Set<UseContext> named,
            @ForAll boolean anySubject,
            @ForAll("moments") Moment moment) {
        Terms terms = about(general, anySubject ? whenAsked.any(named) : new Contexts(named, Set.of()));
        ConsentState state = Consents.granted(terms).state();
        Map<String, List<String>> says = CoverageSays.of(terms, today, ADDED);
        assertThat(says).containsOnlyKeys("en", "nl");
        for (Channel channel : Channel.values()) {
            for (Territory place : PLACES) {
                for (UseContext subject : SUBJECTS) {
                    Asked asked = new Asked(channel, place, subject, moment.shoot(), moment.photo(), moment.day());
                    boolean cleared = cleared(state, asked, today);
                    says.forEach((language, lines) -> {
                        if (reads(language, lines, asked) != cleared) {
                            throw new AssertionError("%s is %s, but she reads %s"
                                    .formatted(asked, cleared ? "cleared" : "not cleared", lines));
                        }
                    });
                }
            }
        }
    }

    private static boolean cleared(ConsentState state, Asked asked, Subjects today) {
        Use use = new Use(asked.photo(), Sample.rendition("whole"), asked.channel(), asked.place(), asked.subject());
        Instant noon = Sample.TODAY
                .plusDays(asked.day())
                .atTime(12, 0)
                .atZone(Sample.AMSTERDAM)
                .toInstant();
        AuthoriseUse command = new AuthoriseUse(
                Consents.ANNA, Sample.publication("one"), use.rendition(), use.question(asked.shoot(), today));
        return ConsentDecisions.decide(state, command, noon) instanceof Decision.Accepted;
    }

    private static boolean reads(String language, List<String> lines, Asked asked) {
        List<String> everywhere = Sample.in(EVERYWHERE, language);
        String text = String.join("\n", lines);
        String place = asked.place().code();
        boolean there = text.contains(everywhere.get(0))
                || (text.contains(everywhere.get(1)) && IN_THE_EEA.contains(place))
                || text.contains("(" + place + ")");
        boolean shown = text.contains(everywhere.get(2))
                || text.contains(asked.shoot().value())
                || text.contains(asked.photo().value());
        return text.contains(Sample.in(Sample.in(CHANNELS, language), asked.channel()))
                && text.contains(words(language).subject(asked.subject().code(), ADDED))
                && there
                && shown
                && onThatDay(language, text, asked.day());
    }

    /** The only days that a sentence can name here are these. */
    private static boolean onThatDay(String language, String text, int day) {
        int from = named(language, text, 0, 5);
        int until = named(language, text, 10, 15);
        return from <= day && day <= until;
    }

    private static int named(String language, String text, int first, int last) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of(language));
        for (int day = first; day <= last; day++) {
            if (text.contains(" " + format.format(Sample.TODAY.plusDays(day)))) {
                return day;
            }
        }
        throw new AssertionError("no day in: " + text);
    }

    private static CoverageWords words(String language) {
        return Arrays.stream(CoverageWords.values())
                .filter(one -> one.language().equals(language))
                .findFirst()
                .orElseThrow();
    }

    @Provide
    Arbitrary<Subjects> subjects() {
        Arbitrary<Set<UseContext>> some = Arbitraries.of(SUBJECTS).set().ofMaxSize(9);
        return Combinators.combine(some, some)
                .as((everyday, sensitive) -> new Subjects(
                        everyday,
                        sensitive.stream()
                                .filter(one -> !one.equals(UseContext.GENERAL))
                                .collect(Collectors.toSet())));
    }

    @Provide
    Arbitrary<Set<UseContext>> named() {
        return Arbitraries.of(SUBJECTS).set().ofMaxSize(3);
    }

    @Provide
    Arbitrary<Terms> terms() {
        return Combinators.combine(
                        Arbitraries.of(Channel.class),
                        Arbitraries.of(PLACES).set().ofMinSize(1).ofMaxSize(3),
                        coverages(),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(10, 15))
                .as((channel, places, coverage, from, until) -> new Terms(
                        Purpose.PUBLICATION,
                        Set.of(channel),
                        places,
                        Contexts.GENERAL,
                        coverage,
                        new Term(Sample.TODAY.plusDays(from), Sample.TODAY.plusDays(until), Sample.AMSTERDAM)));
    }

    private static Arbitrary<Coverage> coverages() {
        return Arbitraries.oneOf(
                Arbitraries.just(Coverage.EVERYTHING),
                Arbitraries.of(SHOOTS)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(some -> new Coverage(Extent.COLLECTIONS, some, List.of())),
                Arbitraries.of(PHOTOS)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(2)
                        .map(some -> new Coverage(Extent.PHOTOS, List.of(), some)));
    }

    @Provide
    Arbitrary<Moment> moments() {
        return Combinators.combine(
                        Arbitraries.of(SHOOTS),
                        Arbitraries.of(PHOTOS),
                        Arbitraries.integers().between(0, 16))
                .as(Moment::new);
    }

    private static Terms about(Terms terms, Contexts contexts) {
        return new Terms(
                terms.purpose(), terms.channels(), terms.territories(), contexts, terms.coverage(), terms.term());
    }

    /** Else a sentence could name a subject by the word of another. */
    @Test
    void everySubjectThatIsKnownByDefaultHasAWordOfItsOwnWhichIsNoCode() {
        Set<UseContext> known = new Contexts(Subjects.DEFAULT.everyday(), Subjects.DEFAULT.sensitive()).all();
        for (CoverageWords words : CoverageWords.values()) {
            List<String> said =
                    known.stream().map(one -> words.subject(one.code())).toList();
            assertThat(said)
                    .doesNotHaveDuplicates()
                    .allSatisfy(one -> assertThat(one).matches("“\\p{Lu}[^“”]+”"));
        }
    }

    private static List<UseContext> codes(String... codes) {
        return Stream.of(codes).map(UseContext::new).toList();
    }
}
