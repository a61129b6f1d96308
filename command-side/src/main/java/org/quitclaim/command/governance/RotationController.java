package org.quitclaim.command.governance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.command.vault.Previews;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.domain.governance.GovernanceCommand.ConfirmRotation;
import org.quitclaim.domain.governance.GovernanceCommand.RequestRotation;
import org.quitclaim.vault.EpochRetired;
import org.quitclaim.vault.Epochs;
import org.quitclaim.vault.RotationDelayed;
import org.quitclaim.vault.Vault;
import org.quitclaim.vault.VaultException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Retiring the epoch by hand: asked by one person, carried out when another confirms. The schedule asks nobody. */
@RestController
@RequestMapping("/api/governance/rotation")
class RotationController {
    private final Commands commands;
    private final Installation installation;
    private final Streams streams;
    private final Vault vault;

    RotationController(Commands commands, Installation installation, Streams streams, Vault vault) {
        this.commands = commands;
        this.installation = installation;
        this.streams = streams;
        this.vault = vault;
    }

    /**
     * @param epoch the current one
     * @param notRetiredSince since when the one before should have been retired and was not
     * @param because why not, as a stable code; the server's log says it in words
     */
    record Standing(
            int epoch,
            Instant since,
            @Nullable Instant notRetiredSince,
            @Nullable String because) {}

    /** Whether old copies of keys are being made useless as they should. */
    @GetMapping
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    Standing standing() {
        Epochs epochs = vault.epochs();
        @Nullable RotationDelayed delayed = epochs.delayed().orElse(null);
        try {
            return new Standing(
                    epochs.current().number(),
                    epochs.currentSince(),
                    delayed == null ? null : delayed.since(),
                    delayed == null ? null : delayed.code());
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    /** @param keyGoneBy later than {@code at} where a key service only schedules destruction */
    record Retired(int epoch, Instant at, Instant keyGoneBy) {}

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    void request(Actor actor) {
        commands.send(new RequestRotation(installation.id(), TwoPeople.voucher(streams, actor)), Origins.of(actor));
    }

    /**
     * What becomes useless, for good.
     *
     * @param epoch the key that goes; every copy of keys that was made under it opens nothing any more
     * @param since when it began
     * @param confirm to be sent along with the confirmation
     */
    record Retiring(int epoch, Instant since, String confirm) {}

    /** What the confirmation would do; changes nothing. */
    @GetMapping("/confirmation")
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    Retiring preview() {
        Epochs epochs = vault.epochs();
        try {
            int epoch = epochs.current().number();
            return new Retiring(
                    epoch, epochs.currentSince(), new Previews(vault).word("rotation", Integer.toString(epoch)));
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    record Confirmation(@Nullable String confirm) {}

    /** Answers when it is done; what fails now is asked for again, or done by the schedule. */
    @PostMapping("/confirmation")
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    Retired confirm(@RequestBody(required = false) @Nullable Confirmation body, Actor actor) {
        Previews.require(() -> preview().confirm(), body == null ? null : body.confirm());
        commands.send(new ConfirmRotation(installation.id(), TwoPeople.voucher(streams, actor)), Origins.of(actor));
        try {
            EpochRetired retired = vault.epochs().rotate(progress -> {});
            return new Retired(retired.epoch().number(), retired.at(), retired.keyGoneBy());
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }
}
