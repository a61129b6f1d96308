package org.quitclaim.command.breach;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Creations;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.InputRejection;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.command.vault.Draft;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.breach.Affected;
import org.quitclaim.domain.breach.BreachCommand.CloseBreach;
import org.quitclaim.domain.breach.BreachCommand.RecordNotification;
import org.quitclaim.domain.breach.BreachCommand.RecordPersonsInformed;
import org.quitclaim.domain.breach.BreachCommand.ReportCompromise;
import org.quitclaim.domain.breach.BreachCommand.RequestRevocation;
import org.quitclaim.domain.breach.BreachRejection;
import org.quitclaim.domain.id.BreachId;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Declaring faceprint keys compromised, and recording who was told. What is said in words is sealed. */
@RestController
@RequestMapping("/api/breaches")
class BreachesController {
    private final Commands commands;
    private final Creations creations;
    private final SealedCommands sealedCommands;
    private final Streams streams;

    BreachesController(Commands commands, Creations creations, SealedCommands sealedCommands, Streams streams) {
        this.commands = commands;
        this.creations = creations;
        this.sealedCommands = sealedCommands;
        this.streams = streams;
    }

    /**
     * What happened.
     *
     * @param person whose key it is; left out only together with {@code everybody}
     */
    record Report(
            @Nullable String person,
            @Nullable Boolean everybody,
            @Nullable Instant discoveredAt,
            @Nullable String account) {}

    record Reported(BreachId id) {}

    record Notification(
            @Nullable String reference, @Nullable String delay) {}

    record Informed(@Nullable String how) {}

    record Closing(@Nullable String why) {}

    /** Begins the record and the clock of 72 hours; the keys go when somebody else confirms. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.ADMIN})
    Reported report(
            @RequestBody Report body,
            @RequestHeader(name = Creations.HEADER, required = false) @Nullable String key,
            Actor actor) {
        Origin origin = Origins.of(actor);
        BreachId id = creations.id(key, origin, "breaches", BreachId.PREFIX, BreachId::new);
        Affected affected = affected(body);
        Instant discoveredAt = Input.need(body.discoveredAt(), "discoveredAt");
        try {
            sealedCommands.send(origin, draft -> {
                RecordId account = sealed(draft, id, Input.text(body.account(), "account"));
                return new ReportCompromise(id, affected, discoveredAt, account, TwoPeople.voucher(streams, actor));
            });
        } catch (RejectedException e) {
            if (!Creations.repeated(key, e, BreachRejection.ALREADY_REPORTED)
                    && !Creations.repeated(key, e, BreachRejection.CLOSED)) {
                throw e;
            }
        }
        return new Reported(id);
    }

    private static Affected affected(Report body) {
        String person = body.person();
        if (!Boolean.TRUE.equals(body.everybody())) {
            return Affected.only(new PersonId(Input.text(person, "person")));
        }
        if (person != null) {
            throw new RejectedException(
                    new InputRejection("breach.whom", "Name one person, or say everybody; not both."));
        }
        return Affected.EVERYBODY;
    }

    private static RecordId sealed(Draft draft, BreachId id, String text) {
        return draft.text(id, KeyScope.EDITORIAL, RecordKinds.BREACH_ACCOUNT, text);
    }

    /** Asks again, when nobody confirmed in time. */
    @PostMapping("/{id}/revocation-request")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.ADMIN})
    void askAgain(@PathVariable String id, Actor actor) {
        commands.send(new RequestRevocation(new BreachId(id), TwoPeople.voucher(streams, actor)), Origins.of(actor));
    }

    @PostMapping("/{id}/notification")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void notified(@PathVariable String id, @RequestBody Notification body, Actor actor) {
        BreachId breach = new BreachId(id);
        sealedCommands.send(Origins.of(actor), draft -> {
            RecordId reference = sealed(draft, breach, Input.text(body.reference(), "reference"));
            return new RecordNotification(breach, reference, maybe(draft, breach, body.delay(), "delay"));
        });
    }

    private static List<RecordId> maybe(Draft draft, BreachId id, @Nullable String text, String field) {
        return text == null ? List.of() : List.of(sealed(draft, id, Input.text(text, field)));
    }

    @PostMapping("/{id}/persons-informed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void informed(@PathVariable String id, @RequestBody Informed body, Actor actor) {
        BreachId breach = new BreachId(id);
        sealedCommands.send(Origins.of(actor), draft -> {
            RecordId how = sealed(draft, breach, Input.text(body.how(), "how"));
            return new RecordPersonsInformed(breach, how);
        });
    }

    @PostMapping("/{id}/closing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void close(@PathVariable String id, @RequestBody Closing body, Actor actor) {
        BreachId breach = new BreachId(id);
        sealedCommands.send(
                Origins.of(actor), draft -> new CloseBreach(breach, maybe(draft, breach, body.why(), "why")));
    }
}
