package org.quitclaim.command.governance;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Recorded;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.command.faceprint.RecognitionModel;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.vault.Sealing;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.governance.Dpia.Paper;
import org.quitclaim.domain.governance.GovernanceCommand.ConfirmDpia;
import org.quitclaim.domain.governance.GovernanceCommand.RecordDpia;
import org.quitclaim.domain.governance.GovernanceCommand.RevokeDpia;
import org.quitclaim.domain.governance.GovernanceEvent.DpiaRecorded;
import org.quitclaim.domain.governance.RecognitionMethod;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.permit.PermitIssuer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Switching recognition on by an impact assessment, recorded by one officer and confirmed by another, and off again. */
@RestController
@RequestMapping("/api/governance/dpia")
class DpiaController {
    private final Commands commands;
    private final SealedCommands sealedCommands;
    private final Installation installation;
    private final Streams streams;
    private final PermitIssuer permits;
    private final RecognitionMethod method;
    private final DpiaStanding standing;

    DpiaController(
            Commands commands,
            SealedCommands sealedCommands,
            Installation installation,
            PermitIssuer permits,
            Streams streams,
            Sealing sealing,
            RecognitionModel model,
            RecognitionMethod method,
            Clock clock) {
        this.commands = commands;
        this.sealedCommands = sealedCommands;
        this.installation = installation;
        this.streams = streams;
        this.permits = permits;
        this.method = method;
        this.standing = new DpiaStanding(streams, sealing, installation, new MethodInUse(model, method), clock);
    }

    /** @param method with what people are recognised, as the officer read it */
    record Dpia(
            @Nullable String reference,
            @Nullable String approver,
            @Nullable LocalDate approvedOn,
            @Nullable LocalDate nextReview,
            @Nullable RecognitionMethod method) {}

    /** @param proposal what a second officer confirms, within 24 hours */
    record Waiting(String proposal) {}

    record Confirmation(@Nullable String proposal) {}

    /** What holds and what waits, for whoever has to confirm or to review it. */
    @GetMapping
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    DpiaStanding.View standing(Actor actor) {
        return standing.view(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    Waiting record(@RequestBody Dpia body, Actor actor) {
        Voucher by = TwoPeople.voucher(streams, actor);
        String reference = Input.text(body.reference(), "reference");
        String approver = Input.name(body.approver(), "approver");
        LocalDate approvedOn = Input.need(body.approvedOn(), "approvedOn");
        LocalDate nextReview = Input.need(body.nextReview(), "nextReview");
        RecognitionMethod read = Input.need(body.method(), "method");
        Recorded recorded = sealedCommands.send(Origins.of(actor), draft -> {
            RecordId sealed = draft.text(installation.id(), KeyScope.EDITORIAL, RecordKinds.DPIA_REFERENCE, reference);
            RecordId who = draft.text(installation.id(), KeyScope.EDITORIAL, RecordKinds.DPIA_APPROVER, approver);
            return new RecordDpia(
                    installation.id(),
                    new Paper(sealed, who, approvedOn, nextReview, read),
                    method,
                    standing.today(),
                    by);
        });
        return new Waiting(
                recorded.first(DpiaRecorded.class).paper().reference().value());
    }

    @PostMapping("/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void confirm(@RequestBody Confirmation body, Actor actor) {
        RecordId proposal = new RecordId(Input.text(body.proposal(), "proposal"));
        standing.requireReadable(proposal, actor);
        commands.send(
                new ConfirmDpia(installation.id(), proposal, method, TwoPeople.voucher(streams, actor)),
                Origins.of(actor));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void revoke(Actor actor) {
        commands.send(new RevokeDpia(installation.id()), Origins.of(actor));
        permits.voidAll();
    }
}
