package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.Outlook.Standing;

/** For which subjects a yes holds, and a no. */
@Requirement("R39")
class ContextsTest {
    private static final UseContext OPEN_DAY = new UseContext("open-day");
    private static final UseContext HIV = new UseContext("hiv-clinic");
    private static final UseContext NOBODY_KNOWS = new UseContext("gala-of-2031");
    private static final Permission.Denied OTHER = new Permission.Denied(Denial.OTHER_CONTEXT);
    private static final LocalDate YESTERDAY = Sample.TODAY.minusDays(1);

    @ParameterizedTest
    @ValueSource(strings = {"open-day", "hiv-clinic", "gala-of-2031"})
    void namingNoSubjectAllowsGeneralUseAndNoOther(String other) {
        assertThat(ask(terms(Contexts.NONE), UseContext.GENERAL)).isInstanceOf(Permission.Permitted.class);
        assertThat(ask(terms(Contexts.NONE), new UseContext(other))).isEqualTo(OTHER);
    }

    @Test
    void anySubjectAllowsEveryEverydayOneAndNoneThatIsSensitiveOrUnknown() {
        Terms any = terms(Subjects.DEFAULT.any(Set.of()));
        assertThat(Subjects.DEFAULT.everyday())
                .contains(UseContext.GENERAL, OPEN_DAY)
                .allSatisfy(one -> assertThat(ask(any, one)).isInstanceOf(Permission.Permitted.class));
        assertThat(Subjects.DEFAULT.sensitive())
                .contains(HIV)
                .allSatisfy(one -> assertThat(ask(any, one)).isEqualTo(OTHER));
        assertThat(ask(any, NOBODY_KNOWS)).isEqualTo(OTHER);
    }

    @Test
    void aSensitiveSubjectIsAllowedWhenItWasNamedItself() {
        Terms named = terms(Subjects.DEFAULT.any(Set.of(HIV)));
        assertThat(ask(named, HIV)).isInstanceOf(Permission.Permitted.class);
        assertThat(ask(named, new UseContext("addiction-care"))).isEqualTo(OTHER);
    }

    @Test
    void aListThatGrowsLaterAllowsNothingMore() {
        Terms any = terms(Subjects.DEFAULT.any(Set.of()));
        Subjects grown = new Subjects(Set.of(OPEN_DAY, NOBODY_KNOWS), Set.of());
        assertThat(ask(any, NOBODY_KNOWS, grown)).isEqualTo(OTHER);
    }

    @Test
    void whatBecomesSensitiveLaterIsAllowedOnlyWhereItWasNamed() {
        Subjects later = new Subjects(Subjects.DEFAULT.everyday(), Set.of(OPEN_DAY));
        Contexts any = Subjects.DEFAULT.any(Set.of());
        assertThat(ask(terms(any), OPEN_DAY, later)).isEqualTo(OTHER);
        assertThat(later.today(any).anyOf()).doesNotContain(OPEN_DAY).contains(UseContext.GENERAL);
        assertThat(ask(terms(Contexts.of(OPEN_DAY)), OPEN_DAY, later)).isInstanceOf(Permission.Permitted.class);
    }

    @Test
    void whatIsInBothListsIsSensitiveAndGeneralNeverIs() {
        Subjects both = new Subjects(Set.of(OPEN_DAY), Set.of(OPEN_DAY));
        assertThat(both.sensitive(OPEN_DAY)).isTrue();
        assertThat(both.any(Set.of()).anyOf()).containsExactly(UseContext.GENERAL);
        assertThatIllegalArgumentException().isThrownBy(() -> new Subjects(Set.of(), Set.of(UseContext.GENERAL)));
    }

    @Test
    void theDefaultListsAreThoseOfTheDocument() throws IOException {
        String page = Files.readString(Path.of("../docs/design/subjects.md"));
        assertThat(codes(page, "everyday")).containsExactlyInAnyOrderElementsOf(Subjects.DEFAULT.everyday());
        assertThat(codes(page, "sensitive")).containsExactlyInAnyOrderElementsOf(Subjects.DEFAULT.sensitive());
    }

    private static List<UseContext> codes(String page, String setting) {
        String row = page.lines()
                .filter(line -> line.startsWith("| `quitclaim.contexts." + setting))
                .findFirst()
                .orElseThrow();
        return Pattern.compile("`([a-z-]+)`")
                .matcher(row.substring(row.indexOf('|', 1)))
                .results()
                .map(found -> new UseContext(found.group(1)))
                .toList();
    }

    @Test
    void whoRefusedAnySubjectRefusedASensitiveOneToo() {
        Terms hip = terms(Contexts.of(new UseContext("hip-surgery")));
        Outlook outlook = new Outlook(
                Standing.NORMAL,
                List.of(OutlookTest.grant("hip", hip, ConsentStatus.GIVEN)),
                List.of(new Refused(terms(Subjects.DEFAULT.any(Set.of())), YESTERDAY)));
        assertThat(outlook.permission(question(HIV, Subjects.DEFAULT), Sample.NOW))
                .isEqualTo(new Permission.Denied(Denial.REFUSED, List.of(YESTERDAY)));
    }

    @Test
    void aNoToOneSubjectIsNoneToAnother() {
        Outlook outlook = new Outlook(
                Standing.NORMAL,
                List.of(OutlookTest.grant("general", terms(Contexts.GENERAL), ConsentStatus.GIVEN)),
                List.of(new Refused(terms(Contexts.of(OPEN_DAY)), YESTERDAY)));
        assertThat(outlook.permission(question(HIV, Subjects.DEFAULT), Sample.NOW))
                .isEqualTo(OTHER);
        assertThat(outlook.permission(question(OPEN_DAY, Subjects.DEFAULT), Sample.NOW))
                .isEqualTo(new Permission.Denied(Denial.REFUSED, List.of(YESTERDAY)));
    }

    private static Terms terms(Contexts contexts) {
        return new Terms(
                Purpose.PUBLICATION,
                Set.of(Channel.WEBSITE),
                Set.of(Territory.WORLD),
                contexts,
                Coverage.EVERYTHING,
                Sample.YEAR);
    }

    private static Permission ask(Terms terms, UseContext subject) {
        return ask(terms, subject, Subjects.DEFAULT);
    }

    private static Permission ask(Terms terms, UseContext subject, Subjects subjects) {
        return new Outlook(Standing.NORMAL, List.of(OutlookTest.grant("one", terms, ConsentStatus.GIVEN)))
                .permission(question(subject, subjects), Sample.NOW);
    }

    private static Question question(UseContext subject, Subjects subjects) {
        return new Question(
                Channel.WEBSITE,
                new Territory("NL"),
                subject,
                subjects.sensitive(subject),
                Sample.collection("gala"),
                Sample.photo("stage"));
    }
}
