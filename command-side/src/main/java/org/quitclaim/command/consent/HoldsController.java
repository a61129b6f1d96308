package org.quitclaim.command.consent;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
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
import org.quitclaim.command.vault.Previews;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.consent.ConsentCommand.HoldElement;
import org.quitclaim.domain.consent.ConsentCommand.ReleaseHold;
import org.quitclaim.domain.consent.ConsentRejection;
import org.quitclaim.domain.consent.ConsentState.Known;
import org.quitclaim.domain.consent.Retention;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Holding one element of somebody for a claim, and letting it go. Source: GDPR Art. 17(3)(e); R67. */
@RestController
@RequestMapping("/api/persons/{id}/holds")
class HoldsController {
    private final Commands commands;
    private final Streams streams;
    private final SealedCommands sealedCommands;
    private final Installation installation;
    private final Previews previews;
    private final Clock clock;

    HoldsController(
            Commands commands,
            Streams streams,
            SealedCommands sealedCommands,
            Installation installation,
            Vault vault,
            Clock clock) {
        this.commands = commands;
        this.streams = streams;
        this.sealedCommands = sealedCommands;
        this.installation = installation;
        this.previews = new Previews(vault);
        this.clock = clock;
    }

    record Hold(
            @Nullable KeyScope element,
            @Nullable LocalDate until,
            @Nullable String reason) {}

    /** The reason is proof of why something was kept, lies with the other proof and goes with it. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void hold(@PathVariable String id, @RequestBody Hold body, Actor actor) {
        PersonId person = new PersonId(id);
        KeyScope element = Input.need(body.element(), "element");
        LocalDate lastDay = Input.need(body.until(), "until");
        Instant until = Input.parse(
                () -> lastDay.plusDays(1).atStartOfDay(installation.zone()).toInstant());
        String reason = Input.text(body.reason(), "reason");
        sealedCommands.send(Origins.of(actor), draft -> {
            RecordId sealed = draft.text(person, KeyScope.EVIDENCE, RecordKinds.ERASURE_REASON, reason);
            return new HoldElement(person, element, until, sealed);
        });
    }

    /**
     * A hold that is to end before its time.
     *
     * @param until when it would end by itself
     * @param goes whether the element is erased at once, for good: its erasure was ordered, and only the hold keeps it
     * @param confirm to be sent along with the order
     */
    record Release(KeyScope element, Instant until, boolean goes, String confirm) {}

    /** What it would do; changes nothing. */
    @GetMapping("/{element}/removal")
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    Release preview(@PathVariable String id, @PathVariable String element) {
        PersonId person = new PersonId(id);
        if (!(streams.consent(person) instanceof Known known)) {
            throw new RejectedException(ConsentRejection.UNKNOWN_PERSON);
        }
        return release(known, scope(element)).orElseThrow(() -> new RejectedException(ConsentRejection.NOT_HELD));
    }

    private Optional<Release> release(Known person, KeyScope element) {
        Retention retention = person.retention();
        @Nullable Instant until = retention.holds().get(element);
        if (until == null || !retention.holds(element, clock.instant())) {
            return Optional.empty();
        }
        boolean goes = retention.ordered().contains(element);
        String word = previews.word(
                "hold-release", person.id().value() + '\n' + element + '\n' + until.toEpochMilli() + '\n' + goes);
        return Optional.of(new Release(element, until, goes, word));
    }

    /** What the hold kept may go at once and for good: whoever orders it sends along what the preview gave. */
    @DeleteMapping("/{element}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void release(
            @PathVariable String id,
            @PathVariable String element,
            @RequestParam(name = "confirm", required = false) @Nullable String confirm,
            Actor actor) {
        PersonId person = new PersonId(id);
        KeyScope held = scope(element);
        // what is not held is refused by the command itself
        if (streams.consent(person) instanceof Known known) {
            release(known, held).ifPresent(shown -> Previews.require(shown::confirm, confirm));
        }
        commands.send(new ReleaseHold(person, held), Origins.of(actor));
    }

    private static KeyScope scope(String element) {
        return Input.parse(() -> KeyScope.valueOf(element));
    }
}
