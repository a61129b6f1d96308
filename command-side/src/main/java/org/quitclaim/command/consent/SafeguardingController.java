package org.quitclaim.command.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.consent.ConsentCommand.AgreeToEndOfSafeguarding;
import org.quitclaim.domain.consent.ConsentCommand.AskEndOfSafeguarding;
import org.quitclaim.domain.consent.ConsentCommand.SafeguardPerson;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Safeguarding;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.AccountId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.vault.AccessPurpose;
import org.quitclaim.vault.Plaintext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Somebody who must not be found; only officers learn of it. Source: ADR 52. */
@RestController
@RequestMapping("/api/persons/{id}/safeguarding")
class SafeguardingController {
    private final Revocations revocations;
    private final Commands commands;
    private final Streams streams;
    private final Sealing sealing;
    private final Installation installation;
    private final Clock clock;

    SafeguardingController(
            Revocations revocations,
            Commands commands,
            Streams streams,
            Sealing sealing,
            Installation installation,
            Clock clock) {
        this.revocations = revocations;
        this.commands = commands;
        this.streams = streams;
        this.sealing = sealing;
        this.installation = installation;
        this.clock = clock;
    }

    record Order(@Nullable String reason) {}

    /** @param by opaque id of who asked */
    record Ending(AccountId by, Instant until) {}

    /** @param ending that it is to end, until somebody else agrees; absent where nobody asked */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Recorded(boolean stands, @Nullable Ending ending) {}

    /** @param text null where nobody can open it any more */
    record Why(@Nullable String text) {
        @Override
        public String toString() {
            return "Why[…]";
        }
    }

    @GetMapping
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    Recorded read(@PathVariable String id) {
        Safeguarding now = known(id).safeguarding();
        return new Recorded(
                now.stands(),
                now.ending().stream()
                        .filter(one -> clock.instant().isBefore(one.until()))
                        .findFirst()
                        .map(one -> new Ending(one.by().account(), one.until()))
                        .orElse(null));
    }

    /** Opened for whoever asks for it, and recorded. */
    @GetMapping("/reason")
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    Why why(@PathVariable String id, Actor actor) {
        return known(id).safeguarding().reason().stream()
                .findFirst()
                .map(reason -> new Why(sealing.openIfPossible(reason, actor.reason(AccessPurpose.CONSENT))
                        .map(Plaintext::text)
                        .orElse(null)))
                .orElseThrow(() -> new RejectedException(ConsentRejection.NOT_SAFEGUARDED));
    }

    /** Holds when this answers: one officer is enough, since it is a no. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void order(@PathVariable String id, @RequestBody Order body, Actor actor) {
        PersonId person = new PersonId(id);
        String reason = Input.text(body.reason(), "reason");
        revocations.carryOut(
                person,
                Origins.of(actor),
                draft -> new SafeguardPerson(
                        person, draft.text(person, KeyScope.EVIDENCE, RecordKinds.SAFEGUARDING_REASON, reason)));
    }

    @PostMapping("/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void askEnd(@PathVariable String id, Actor actor) {
        commands.send(new AskEndOfSafeguarding(new PersonId(id), TwoPeople.voucher(streams, actor)), Origins.of(actor));
    }

    @PostMapping("/ending/agreement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void agree(@PathVariable String id, Actor actor) {
        revocations.carryOut(
                new AgreeToEndOfSafeguarding(
                        new PersonId(id), TwoPeople.required(streams, installation), TwoPeople.voucher(streams, actor)),
                Origins.of(actor));
    }

    private Known known(String id) {
        if (streams.consent(new PersonId(id)) instanceof Known known) {
            return known;
        }
        throw new RejectedException(ConsentRejection.UNKNOWN_PERSON);
    }
}
