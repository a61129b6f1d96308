package org.quitclaim.command.erasure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.domain.erasure.ErasureCommand.ExtendDueDate;
import org.quitclaim.domain.erasure.ErasureCommand.RetryParkedSteps;
import org.quitclaim.domain.id.ErasureCaseId;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.vault.Plaintext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person can do about an erasure that does not go by itself. */
@RestController
@RequestMapping("/api/erasure-cases/{id}")
class ErasureCasesController {
    private final Commands commands;
    private final SealedCommands sealedCommands;
    private final Reconciler reconciler;

    ErasureCasesController(Commands commands, SealedCommands sealedCommands, Reconciler reconciler) {
        this.commands = commands;
        this.sealedCommands = sealedCommands;
        this.reconciler = reconciler;
    }

    record Extension(@Nullable LocalDate dueOn, @Nullable String reason) {}

    /** FailedAttempts everything that waits for a person again. */
    @PostMapping("/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void retry(@PathVariable String id, Actor actor) {
        commands.send(new RetryParkedSteps(new ErasureCaseId(id)), Origins.of(actor));
        reconciler.wake();
    }

    /**
     * Once, by two months at most, with a reason that is told to the person; it goes when the case is closed. Source: GDPR
     * Art. 12(3).
     */
    @PostMapping("/extension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void extend(@PathVariable String id, @RequestBody Extension body, Actor actor) {
        ErasureCaseId erasureCase = new ErasureCaseId(id);
        LocalDate dueOn = Input.need(body.dueOn(), "dueOn");
        String reason = Input.text(body.reason(), "reason");
        sealedCommands.send(Origins.of(actor), draft -> {
            RecordId sealed =
                    draft.seal(RemnantList.keyOf(erasureCase), RecordKinds.ERASURE_REASON, Plaintext.of(reason));
            return new ExtendDueDate(erasureCase, dueOn, sealed);
        });
    }
}
