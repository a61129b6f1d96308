package org.quitclaim.command.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.Streams;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.domain.access.Voucher;
import org.quitclaim.domain.governance.BulkUse;
import org.quitclaim.domain.governance.BulkUses;
import org.quitclaim.domain.governance.GovernanceCommand.ExamineBulkUse;
import org.quitclaim.domain.governance.GovernanceState.Founded;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which accounts looked at many people on one day, and that somebody examined it. */
@RestController
@RequestMapping("/api/governance/bulk-uses")
class BulkUsesController {
    private final SealedCommands sealedCommands;
    private final Streams streams;
    private final Installation installation;

    BulkUsesController(SealedCommands sealedCommands, Streams streams, Installation installation) {
        this.sealedCommands = sealedCommands;
        this.streams = streams;
        this.installation = installation;
    }

    /**
     * @param actor opaque id of an account or a token
     * @param count how many it were when it was noticed; it may have gone on
     */
    record Noticed(String actor, BulkUse.Kind kind, LocalDate day, int count, Instant at) {
        static Noticed of(BulkUses.Noticed noticed) {
            BulkUse use = noticed.use();
            return new Noticed(use.actor().value(), use.kind(), use.day(), noticed.count(), noticed.at());
        }
    }

    /** Whatever waits for an examination, the oldest first. */
    record Waiting(List<Noticed> waiting) {}

    @GetMapping
    @AllowedFor({Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Waiting waiting() {
        return new Waiting(
                streams.governance(installation.id()) instanceof Founded founded
                        ? founded.bulkUses().open().stream().map(Noticed::of).toList()
                        : List.of());
    }

    /** @param text what was found, in the officer's words; kept sealed */
    record Examination(
            @Nullable String actor,
            BulkUse.@Nullable Kind kind,
            @Nullable LocalDate day,
            @Nullable String text) {}

    /** Somebody else than whose work it was looked into it. */
    @PostMapping("/examination")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void examine(@RequestBody Examination body, Actor actor) {
        String about = Input.text(body.actor(), "actor");
        BulkUse.Kind kind = Input.need(body.kind(), "kind");
        LocalDate day = Input.need(body.day(), "day");
        BulkUse use = Input.parse(() -> new BulkUse(ActorId.of(about), kind, day));
        String text = Input.text(body.text(), "text");
        Voucher officer = TwoPeople.voucher(streams, actor);
        List<Voucher> whose = TwoPeople.behind(streams, use.actor());
        sealedCommands.send(Origins.of(actor), draft -> {
            RecordId sealed = draft.text(installation.id(), KeyScope.EDITORIAL, RecordKinds.BULK_USE, text);
            return new ExamineBulkUse(installation.id(), use, whose, officer, sealed);
        });
    }
}
