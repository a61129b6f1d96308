package org.quitclaim.command.breach;

import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.command.vault.Previews;
import org.quitclaim.command.work.Reconciler;
import org.quitclaim.command.work.UpToDate;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.breach.Affected;
import org.quitclaim.domain.breach.BreachCommand.ConfirmRevocation;
import org.quitclaim.domain.breach.BreachRejection;
import org.quitclaim.domain.breach.BreachState.Open;
import org.quitclaim.domain.id.BreachId;
import org.quitclaim.vault.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The second word on a revocation, by somebody who read whose faceprints go. */
@RestController
@RequestMapping("/api/breaches/{id}/confirmation")
class RevocationController {
    private final Commands commands;
    private final Reconciler reconciler;
    private final Streams streams;
    private final Installation installation;
    private final WorkIndex index;
    private final UpToDate upToDate;
    private final Previews previews;

    RevocationController(
            Commands commands,
            Reconciler reconciler,
            Streams streams,
            Installation installation,
            WorkIndex index,
            UpToDate upToDate,
            Vault vault) {
        this.commands = commands;
        this.reconciler = reconciler;
        this.streams = streams;
        this.installation = installation;
        this.index = index;
        this.upToDate = upToDate;
        this.previews = new Previews(vault);
    }

    /**
     * What goes, for good.
     *
     * @param everybody whether every faceprint key goes
     * @param persons of how many people there is, or was, such a key
     * @param confirm to be sent along with the confirmation
     */
    record Revoking(boolean everybody, int persons, String confirm) {}

    record Confirmation(@Nullable String confirm) {}

    /** What the confirmation would do; changes nothing. */
    @GetMapping
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.ADMIN})
    Revoking preview(@PathVariable String id) {
        BreachId breach = new BreachId(id);
        if (!(streams.breach(breach) instanceof Open open)) {
            throw new RejectedException(BreachRejection.UNKNOWN);
        }
        boolean everybody = open.affected().extent() == Affected.Extent.EVERYBODY;
        int persons = everybody ? minted() : open.affected().persons().size();
        return new Revoking(
                everybody, persons, previews.word("revocation", breach.value() + '\n' + everybody + '\n' + persons));
    }

    private int minted() {
        upToDate.await();
        return index.all("select count(distinct person) from minted", row -> row.getInt(1))
                .getFirst();
    }

    /** By somebody else than who asked, unless the organisation said that one person is enough. Source: R72. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.ADMIN})
    void confirm(@PathVariable String id, @RequestBody(required = false) @Nullable Confirmation body, Actor actor) {
        Previews.require(() -> preview(id).confirm(), body == null ? null : body.confirm());
        boolean alone = !TwoPeople.required(streams, installation);
        commands.send(
                new ConfirmRevocation(new BreachId(id), TwoPeople.voucher(streams, actor), alone), Origins.of(actor));
        reconciler.wake();
    }
}
