package org.quitclaim.command.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.Signature.Confirmation;
import org.quitclaim.domain.consent.Signature.Level;
import org.quitclaim.domain.consent.Signature.Method;
import org.quitclaim.domain.consent.Through;
import org.quitclaim.domain.id.RepresentativeId;

/** The answers to a quitclaim that a clerk records, as they come over HTTP. */
record AnswerForm(
        @Nullable String language,
        @Nullable List<ChoiceForm> answers,
        @Nullable SignatureForm signature) {
    record ChoiceForm(@Nullable Integer ask, @Nullable Boolean granted) {}

    record SignatureForm(
            @Nullable List<String> representatives,
            @Nullable Level level,
            @Nullable Method method,
            @Nullable Confirmation confirmation,
            @Nullable String evidence) {}

    Answers.Given read() {
        SignatureForm form = Input.need(signature, "signature");
        return new Answers.Given(
                Through.STAFF,
                Input.text(language, "language"),
                choices(Input.need(answers, "answers")),
                Input.list(form.representatives()).stream()
                        .map(RepresentativeId::new)
                        .toList(),
                Input.need(form.level(), "signature.level"),
                Input.need(form.method(), "signature.method"),
                Input.need(form.confirmation(), "signature.confirmation"),
                Input.text(form.evidence(), "signature.evidence"));
    }

    /** A choice without a yes or no is no choice. */
    static List<Answers.Choice> choices(List<ChoiceForm> forms) {
        return forms.stream()
                .map(choice -> {
                    Boolean granted = choice.granted();
                    if (granted == null) {
                        throw new RejectedException(ConsentRejection.MISSING_CHOICE);
                    }
                    return new Answers.Choice(Input.need(choice.ask(), "ask"), granted);
                })
                .toList();
    }
}
