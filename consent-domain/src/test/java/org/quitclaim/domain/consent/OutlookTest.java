package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.question;
import static org.quitclaim.domain.consent.Consents.recognition;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.consent.Outlook.Standing;

class OutlookTest {
    private static final Question WEBSITE = question(Channel.WEBSITE);
    private static final Grant LIVE = grant("live", publication(Channel.WEBSITE), ConsentStatus.GIVEN);

    @ParameterizedTest
    @CsvSource({
        "REQUESTED,ConsentRequested,NO_CONSENT",
        "GIVEN,ConsentGiven,",
        "REFUSED,ConsentRefused,REFUSED",
        "WITHDRAWN,ConsentWithdrawn,WITHDRAWN",
        "EXPIRED,ConsentExpired,EXPIRED",
        "INVALIDATED,ConsentInvalidated,INVALIDATED",
        "RENEWED,RenewedConsentGiven,"
    })
    @Requirement("R10")
    void onlyGivenAndRenewedAuthorise(ConsentStatus status, String dpvTerm, Denial denial) {
        assertThat(status.dpvTerm()).isEqualTo(dpvTerm);
        assertThat(status.authorises()).isEqualTo(denial == null);
        Permission permission = ask(grant("one", publication(Channel.WEBSITE), status));
        if (denial == null) {
            assertThat(permission).isInstanceOf(Permission.Permitted.class);
        } else {
            assertThat(permission).isEqualTo(new Permission.Denied(denial));
        }
        assertThat(normal(grant("one", recognition(), status))
                        .recognition(Sample.NOW)
                        .isPresent())
                .isEqualTo(denial == null);
    }

    @ParameterizedTest
    @EnumSource
    void aStandingOtherThanNormalOverridesEveryGrant(Standing standing) {
        Outlook outlook = new Outlook(standing, List.of(LIVE, grant("face", recognition(), ConsentStatus.GIVEN)));
        boolean normal = standing == Standing.NORMAL;
        assertThat(outlook.permission(WEBSITE, Sample.NOW) instanceof Permission.Permitted)
                .isEqualTo(normal);
        assertThat(outlook.recognition(Sample.NOW).isPresent()).isEqualTo(normal);
        if (!normal) {
            assertThat(outlook.permission(WEBSITE, Sample.NOW))
                    .isEqualTo(new Permission.Denied(Denial.valueOf(standing.name())));
        }
    }

    @Test
    @Requirement("R39")
    void whereNothingWasGrantedNothingIsAllowed() {
        assertThat(Outlook.NOTHING.permission(WEBSITE, Sample.NOW)).isEqualTo(new Permission.Denied(Denial.NO_CONSENT));
        assertThat(Outlook.NOTHING.recognition(Sample.NOW)).isEmpty();
    }

    @Test
    @Requirement({"R2", "R7"})
    void recognitionAllowsNoPublicationAndPublicationNoRecognition() {
        assertThat(ask(grant("face", recognition(), ConsentStatus.GIVEN)))
                .isEqualTo(new Permission.Denied(Denial.NO_CONSENT));
        assertThat(normal(LIVE).recognition(Sample.NOW)).isEmpty();
    }

    @Test
    void everyDimensionOfTheQuestionHasToBeCovered() {
        assertThat(ask(with(Channel.PRESS, Territory.WORLD, Contexts.GENERAL, Coverage.EVERYTHING)))
                .isEqualTo(new Permission.Denied(Denial.OTHER_CHANNEL));
        assertThat(ask(with(Channel.WEBSITE, new Territory("BE"), Contexts.GENERAL, Coverage.EVERYTHING)))
                .isEqualTo(new Permission.Denied(Denial.OTHER_TERRITORY));
        assertThat(ask(with(Channel.WEBSITE, Territory.EEA, Contexts.of(new UseContext("hiv")), Coverage.EVERYTHING)))
                .isEqualTo(new Permission.Denied(Denial.OTHER_CONTEXT));
        assertThat(ask(with(Channel.WEBSITE, Territory.EEA, Contexts.GENERAL, photos("other"))))
                .isEqualTo(new Permission.Denied(Denial.OTHER_PHOTOS));
        assertThat(ask(with(Channel.WEBSITE, Territory.EEA, Contexts.GENERAL, collections("other"))))
                .isEqualTo(new Permission.Denied(Denial.OTHER_PHOTOS));
        Contexts both = Contexts.of(new UseContext("hiv"), UseContext.GENERAL);
        assertThat(ask(with(Channel.WEBSITE, Territory.EEA, both, photos("stage"))))
                .isInstanceOf(Permission.Permitted.class);
        assertThat(ask(with(Channel.WEBSITE, new Territory("NL"), both, collections("gala"))))
                .isInstanceOf(Permission.Permitted.class);
    }

    @Test
    void theAnswerNamesTheNearestMiss() {
        Grant elsewhere = with(Channel.WEBSITE, new Territory("BE"), Contexts.GENERAL, Coverage.EVERYTHING);
        Grant gone = grant("gone", publication(Channel.WEBSITE), ConsentStatus.WITHDRAWN);
        Grant press = grant("press", publication(Channel.PRESS), ConsentStatus.GIVEN);
        assertThat(ask(gone, elsewhere, press)).isEqualTo(new Permission.Denied(Denial.OTHER_TERRITORY));
        assertThat(ask(elsewhere, press, gone)).isEqualTo(new Permission.Denied(Denial.OTHER_TERRITORY));
        assertThat(ask(gone)).isEqualTo(new Permission.Denied(Denial.WITHDRAWN));
    }

    @Test
    void aGrantForAnotherChannelThatHasEndedIsNoConsent() {
        assertThat(ask(grant("press", publication(Channel.PRESS), ConsentStatus.WITHDRAWN)))
                .isEqualTo(new Permission.Denied(Denial.NO_CONSENT));
    }

    @Test
    @Requirement("R22")
    void aTermCoversItsFirstAndItsLastDayAndNothingElse() {
        assertThat(at(Sample.YEAR.begins().minusNanos(1))).isEqualTo(new Permission.Denied(Denial.NOT_YET));
        assertThat(at(Sample.YEAR.begins())).isInstanceOf(Permission.Permitted.class);
        assertThat(at(Sample.YEAR.ends().minusNanos(1))).isInstanceOf(Permission.Permitted.class);
        assertThat(at(Sample.YEAR.ends())).isEqualTo(new Permission.Denied(Denial.EXPIRED));
        Outlook face = normal(grant("face", recognition(), ConsentStatus.GIVEN));
        assertThat(face.recognition(Sample.YEAR.begins().minusNanos(1))).isEmpty();
        assertThat(face.recognition(Sample.YEAR.begins())).isPresent();
        assertThat(face.recognition(Sample.YEAR.ends())).isEmpty();
    }

    @Test
    void ofSeveralGrantsTheOneThatReachesFurthestAnswers() {
        Term longer = new Term(Sample.TODAY.minusYears(1), Sample.TODAY.plusYears(5), Sample.AMSTERDAM);
        Grant further = grant("further", publication(Channel.WEBSITE, longer), ConsentStatus.RENEWED);
        Permission expected = new Permission.Permitted(further, longer.begins(), longer.ends());
        assertThat(ask(LIVE, further)).isEqualTo(expected);
        assertThat(ask(further, LIVE)).isEqualTo(expected);
    }

    @Test
    void ofTwoThatReachEquallyFarTheFirstAnswers() {
        Grant twin = grant("twin", publication(Channel.WEBSITE), ConsentStatus.GIVEN);
        assertThat(((Permission.Permitted) ask(LIVE, twin)).grant()).isEqualTo(LIVE);
    }

    private static Permission at(Instant at) {
        return normal(LIVE).permission(WEBSITE, at);
    }

    private static Permission ask(Grant... grants) {
        return normal(grants).permission(WEBSITE, Sample.NOW);
    }

    private static Outlook normal(Grant... grants) {
        return new Outlook(Standing.NORMAL, Arrays.asList(grants));
    }

    private static Coverage photos(String word) {
        return new Coverage(Coverage.Extent.PHOTOS, List.of(), List.of(Sample.photo(word)));
    }

    private static Coverage collections(String word) {
        return new Coverage(Coverage.Extent.COLLECTIONS, List.of(Sample.collection(word)), List.of());
    }

    private static Grant with(Channel channel, Territory territory, Contexts contexts, Coverage coverage) {
        Terms terms =
                new Terms(Purpose.PUBLICATION, Set.of(channel), Set.of(territory), contexts, coverage, Sample.YEAR);
        return grant("one", terms, ConsentStatus.GIVEN);
    }

    static Grant grant(String word, Terms terms, ConsentStatus status) {
        return new Grant(
                Sample.grant(word),
                Sample.quitclaim("q"),
                Consents.NOTICE,
                Sample.sha256('a'),
                "nl",
                terms,
                0,
                Consents.signed(Signature.Confirmation.TWO_STEPS),
                status);
    }
}
