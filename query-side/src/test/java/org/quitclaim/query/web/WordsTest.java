package org.quitclaim.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quitclaim.certificate.Flaw;
import org.quitclaim.domain.Stored;
import org.quitclaim.domain.access.AccountChange;
import org.quitclaim.domain.access.Scope;
import org.quitclaim.domain.access.StaffRole;
import org.quitclaim.domain.consent.Channel;
import org.quitclaim.domain.consent.Denial;
import org.quitclaim.domain.consent.ErasureCause;
import org.quitclaim.domain.consent.PhotoTreatment;
import org.quitclaim.domain.deadline.DueAlarm;
import org.quitclaim.domain.erasure.ErasureEvent;
import org.quitclaim.domain.erasure.ErasureStep;
import org.quitclaim.domain.erasure.ParkedBecause;
import org.quitclaim.domain.governance.BulkUse;
import org.quitclaim.domain.history.LossReason;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.link.Link;
import org.quitclaim.domain.photo.DismissalReason;
import org.quitclaim.domain.photo.LookReason;
import org.quitclaim.domain.photo.Mark;
import org.quitclaim.domain.photo.PhotoRejection;
import org.quitclaim.domain.rights.AskedBy;
import org.quitclaim.domain.rights.ExtensionReason;
import org.quitclaim.domain.rights.Outcome;
import org.quitclaim.domain.rights.RefusalReason;
import org.quitclaim.domain.rights.Right;
import org.quitclaim.domain.rights.RightsEvent;
import org.quitclaim.domain.status.Colour;
import org.quitclaim.domain.vault.KeyScope;

/** Every code a page can be given has words in both languages. */
class WordsTest {
    private static final Pattern KEY = Pattern.compile("\"([\\w.-]+)\": \"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void everyReasonAndStatusHasWords(String language) throws IOException {
        List<String> codes = Stream.of(
                        Arrays.stream(Denial.values()).map(Denial::code),
                        Arrays.stream(PhotoRejection.values()).map(PhotoRejection::code),
                        Arrays.stream(Colour.values()).map(colour -> "status." + colour),
                        Arrays.stream(Channel.values()).map(channel -> "channel." + channel))
                .flatMap(all -> all)
                .toList();
        assertThat(keys(language)).containsAll(codes);
    }

    /** What the lists of staff answer as codes; a raw one was read on the page after a restore. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void everyCodeOfAnAnswerHasWords(String language) throws IOException {
        List<String> standings = List.of("ACTIVE", "ASKED", "IN_DOUBT", "DAMAGED");
        List<String> doubts = List.of(
                "history.nos-missing",
                "history.positions-missing",
                "history.events-altered",
                "history.older-than-ledger",
                "history.takedowns-unknown",
                "history.clock-behind");
        List<String> codes = Stream.of(
                        standings.stream().map(one -> "accounts.standing." + one),
                        doubts.stream().map(one -> "doubt." + one),
                        named("accounts.asked.", AccountChange.values()),
                        named("accounts.role.", StaffRole.values()),
                        named("accounts.role-short.", StaffRole.values()),
                        named("tokens.scope.", Scope.values()),
                        named("doubt.reason.", LossReason.values()),
                        named("noted.", NotedNo.Kind.values()),
                        named("requests.", Right.values()),
                        named("face.", DismissalReason.values()),
                        named("look.", LookReason.values()),
                        named("links.power.", Link.Power.values()),
                        named("kind.", Mark.Kind.values()),
                        named("bulk.", BulkUse.Kind.values()))
                .flatMap(all -> all)
                .toList();
        assertThat(keys(language)).containsAll(codes);
    }

    /** An auditor read {@code erasure.step-recorded · KEY_DESTROYED} in both languages. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void everyStepOfACaseHasWords(String language) throws IOException {
        Set<String> keys = keys(language);
        assertThat(keys)
                .containsAll(Stream.of(ErasureEvent.class, RightsEvent.class)
                        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                        .map(event -> "cases.event."
                                + event.getAnnotation(Stored.class).value())
                        .toList());
        assertThat(Stream.<Enum<?>[]>of(
                                ErasureStep.values(),
                                KeyScope.values(),
                                ErasureCause.values(),
                                ParkedBecause.values(),
                                PhotoTreatment.values(),
                                DueAlarm.values(),
                                Right.values(),
                                AskedBy.values(),
                                Outcome.values(),
                                RefusalReason.values(),
                                ExtensionReason.values())
                        .flatMap(Arrays::stream)
                        .map(Enum::name)
                        .filter(code -> Stream.of("cases.code.", "cases.scope.", "requests.", "cases.")
                                .noneMatch(kind -> keys.contains(kind + code))))
                .isEmpty();
    }

    private static Stream<String> named(String before, Enum<?>... values) {
        return Arrays.stream(values).map(one -> before + one.name());
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(keys("nl")).isEqualTo(keys("en"));
    }

    @Test
    void theCheckPageSaysEveryFlawInBothLanguages() throws IOException {
        String file = text("/static/check/check-words.js");
        List<String> keys = KEY.matcher(file)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
        assertThat(keys)
                .containsAll(
                        Arrays.stream(Flaw.values()).map(flaw -> "flaw." + flaw).toList());
        assertThat(keys.stream().filter(key -> Collections.frequency(keys, key) != 2))
                .isEmpty();
    }

    private static Set<String> keys(String language) throws IOException {
        Set<String> keys = new TreeSet<>();
        KEY.matcher(text("/static/app/words-" + language + ".js")).results().forEach(found -> keys.add(found.group(1)));
        return keys;
    }

    private static String text(String path) throws IOException {
        try (InputStream file = Objects.requireNonNull(WordsTest.class.getResourceAsStream(path))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
