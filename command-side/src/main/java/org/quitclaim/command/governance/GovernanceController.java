package org.quitclaim.command.governance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.governance.GovernanceCommand.RecordDpia;
import org.quitclaim.domain.governance.GovernanceCommand.RevokeDpia;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.face.permit.PermitIssuer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Switching recognition on by recording the impact assessment, and off again. */
@RestController
@RequestMapping("/api/governance")
class GovernanceController {
    private final Commands commands;
    private final SealedCommands sealedCommands;
    private final Installation installation;
    private final PermitIssuer permits;

    GovernanceController(
            Commands commands, SealedCommands sealedCommands, Installation installation, PermitIssuer permits) {
        this.commands = commands;
        this.sealedCommands = sealedCommands;
        this.installation = installation;
        this.permits = permits;
    }

    record Dpia(@Nullable String reference, @Nullable LocalDate approvedOn) {}

    @PostMapping("/dpia")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void record(@RequestBody Dpia body, Actor actor) {
        sealedCommands.send(Origins.of(actor), draft -> {
            RecordId reference = draft.text(
                    installation.id(),
                    KeyScope.EDITORIAL,
                    RecordKinds.DPIA_REFERENCE,
                    Input.text(body.reference(), "reference"));
            return new RecordDpia(installation.id(), reference, Input.need(body.approvedOn(), "approvedOn"));
        });
    }

    @DeleteMapping("/dpia")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void revoke(Actor actor) {
        commands.send(new RevokeDpia(installation.id()), Origins.of(actor));
        permits.voidAll();
    }
}
