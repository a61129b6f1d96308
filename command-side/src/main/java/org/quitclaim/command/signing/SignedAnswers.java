package org.quitclaim.command.signing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.quitclaim.certificate.CanonicalText;
import org.quitclaim.command.consent.Answers;
import org.quitclaim.domain.consent.Answer;
import org.quitclaim.domain.consent.Offer;
import org.quitclaim.domain.consent.Terms;
import org.quitclaim.domain.id.PersonId;

/**
 * What she signs, fixed before she signs it: every answer, the text that she was shown, in which language, what will stand,
 * and when it was fixed.
 *
 * <p><b>Source:</b> the digest is that of RFC 8785, so that anybody can make it anew.
 */
public record SignedAnswers(
        String schema,
        String person,
        String quitclaim,
        String notice,
        String noticeSha256,
        String language,
        List<One> answers,
        List<String> representatives,
        String at) {
    static final String SCHEMA = "quitclaim.signed-answers/1";

    /** @param grant the permission that stands if this is a yes; empty if it is a no */
    public record One(
            int ask, boolean granted, String grant, String purpose, List<String> channels, String from, String until) {}

    static SignedAnswers of(PersonId person, Offer offer, Answers.Given given, List<Answer> answers, Instant at) {
        return new SignedAnswers(
                SCHEMA,
                person.value(),
                offer.id().value(),
                offer.notice().value(),
                Objects.requireNonNull(
                        offer.noticeSha256ByLanguage().get(given.language()), "a language of the notice"),
                given.language(),
                answers.stream()
                        .sorted(Comparator.comparingInt(Answer::ask))
                        .map(answer -> one(answer, offer))
                        .toList(),
                given.representatives().stream()
                        .map(one -> one.value())
                        .sorted()
                        .toList(),
                at.toString());
    }

    private static One one(Answer answer, Offer offer) {
        Terms terms = offer.asks().get(answer.ask()).terms();
        return new One(
                answer.ask(),
                answer.granted(),
                answer.granted() ? answer.grant().value() : "",
                terms.purpose().name(),
                terms.channels().stream().map(Enum::name).sorted().toList(),
                terms.term().from().toString(),
                terms.term().until().toString());
    }

    CanonicalText canonical() {
        return CanonicalText.of(this);
    }
}
