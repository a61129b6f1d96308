package org.quitclaim.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quitclaim.domain.consent.Consents.ANNA;
import static org.quitclaim.domain.consent.Consents.NOTICE;
import static org.quitclaim.domain.consent.Consents.grant;
import static org.quitclaim.domain.consent.Consents.publication;
import static org.quitclaim.domain.consent.Consents.question;
import static org.quitclaim.domain.consent.Consents.recognition;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.quitclaim.domain.Requirement;
import org.quitclaim.domain.Sample;
import org.quitclaim.domain.Scenario;
import org.quitclaim.domain.consent.ConsentCommand.AuthoriseUse;
import org.quitclaim.domain.consent.ConsentCommand.ReleaseUse;
import org.quitclaim.domain.consent.ConsentCommand.RestrictProcessing;
import org.quitclaim.domain.consent.ConsentCommand.WithdrawConsent;
import org.quitclaim.domain.consent.ConsentEvent.UseAuthorised;
import org.quitclaim.domain.consent.ConsentEvent.UseReleased;
import org.quitclaim.domain.id.PublicationId;
import org.quitclaim.domain.id.RenditionId;

class UseRulesTest {
    private static final PublicationId PUB = Sample.publication("site");
    private static final RenditionId ORIGINAL = Sample.rendition("original");
    private static final AuthoriseUse ASK = new AuthoriseUse(ANNA, PUB, ORIGINAL, question(Channel.WEBSITE));

    private final Scenario<ConsentState, ConsentCommand, ConsentEvent> person =
            Consents.granted(recognition(), publication(Channel.WEBSITE));

    @Test
    @Requirement("R41")
    void theAnswerNamesTheGrantTheNoticeAndUntilWhen() {
        person.when(ASK)
                .then(new UseAuthorised(
                        ANNA,
                        PUB,
                        ORIGINAL,
                        question(Channel.WEBSITE),
                        grant("first", 1),
                        NOTICE,
                        Sample.sha256('a'),
                        Sample.YEAR.ends(),
                        Sample.NOW));
    }

    @Test
    @Requirement({"R18", "R41"})
    void aRepeatedQuestionIsAnsweredAnewFromTheCurrentState() {
        var yes = person.and(ASK);
        yes.when(ASK).accepted();
        yes.and(new WithdrawConsent(ANNA, false, Set.of(Channel.WEBSITE), WithdrawnBy.PERSON))
                .when(ASK)
                .then(new UseDenied(Denial.WITHDRAWN));
        yes.and(new RestrictProcessing(ANNA)).when(ASK).then(new UseDenied(Denial.RESTRICTED));
    }

    @Test
    @Requirement("R22")
    void theAnswerComparesTheDateItself() {
        person.at(Sample.YEAR.ends()).when(ASK).then(new UseDenied(Denial.EXPIRED));
    }

    @Test
    void anAnswerDoesNotWeighOnTheState() {
        assertThat(person.and(ASK).state()).isEqualTo(person.state());
        assertThat(person.and(ASK, new ReleaseUse(ANNA, PUB)).state()).isEqualTo(person.state());
    }

    @Test
    void aUseIsReleased() {
        person.when(new ReleaseUse(ANNA, PUB)).then(new UseReleased(ANNA, PUB, Sample.NOW));
    }

    @Test
    void aDenialHasAStableCode() {
        assertThat(new UseDenied(Denial.OTHER_CHANNEL).code()).isEqualTo("consent.other-channel");
        assertThat(new UseDenied(Denial.OTHER_CHANNEL).advice()).isNotBlank();
    }
}
