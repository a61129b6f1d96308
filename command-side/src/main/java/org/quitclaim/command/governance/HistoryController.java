package org.quitclaim.command.governance;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quitclaim.access.Actor;
import org.quitclaim.access.AllowedFor;
import org.quitclaim.access.Role;
import org.quitclaim.access.problem.RejectedException;
import org.quitclaim.command.dispatch.Input;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origins;
import org.quitclaim.command.dispatch.TwoPeople;
import org.quitclaim.command.governance.HistoryStanding.AcceptedLoss;
import org.quitclaim.command.vault.Previews;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.SealedCommands;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.command.work.WorkIndex.Remade;
import org.quitclaim.domain.governance.GovernanceCommand.ConfirmPerson;
import org.quitclaim.domain.governance.GovernanceCommand.SettleDoubt;
import org.quitclaim.domain.governance.GovernanceEvent.DoubtSettled;
import org.quitclaim.domain.governance.GovernanceRejection;
import org.quitclaim.domain.history.Doubt;
import org.quitclaim.domain.history.Doubt.TakedownsUnknown;
import org.quitclaim.domain.history.Doubts;
import org.quitclaim.domain.history.LossReason;
import org.quitclaim.domain.history.NotedNo;
import org.quitclaim.domain.history.OpenDoubt;
import org.quitclaim.domain.history.OpenNo;
import org.quitclaim.domain.id.PersonId;
import org.quitclaim.domain.vault.KeyScope;
import org.quitclaim.domain.vault.RecordId;
import org.quitclaim.eventstore.HistoryFaults;
import org.quitclaim.vault.KeyDamage;
import org.quitclaim.vault.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whether the history is whole, and going on in spite of a loss. */
@RestController
@RequestMapping("/api/governance/history")
class HistoryController {
    private static final int NAMED = 100;

    private final SealedCommands sealedCommands;
    private final Installation installation;
    private final HistoryStanding standing;
    private final HistoryFaults faults;
    private final DailyCheck check;
    private final WorkIndex lists;
    private final Vault vault;
    private final Previews previews;

    HistoryController(
            SealedCommands sealedCommands,
            Installation installation,
            HistoryStanding standing,
            HistoryFaults faults,
            DailyCheck check,
            WorkIndex lists,
            Vault vault) {
        this.sealedCommands = sealedCommands;
        this.installation = installation;
        this.standing = standing;
        this.faults = faults;
        this.check = check;
        this.lists = lists;
        this.vault = vault;
        this.previews = new Previews(vault);
    }

    /**
     * @param whole whether nothing is known to be wrong
     * @param damagedStreams of how many streams nothing is used: photos and people who count as a no
     * @param accepted losses that an officer accepted: they forbid nothing, and what is missing stays so
     * @param damagedKeys of how many keys nobody can open what lies under them: altered, exchanged or lost
     * @param damagedOwners whose keys these are, by id: people, photos, accounts; the first hundred
     * @param damagedRows of how many rows of the vault nobody can read whose they are
     * @param faultFound whether a fault was found since the start; the next start names it
     * @param takenOver whether another copy of the installation works instead of this one, which clears nothing then
     * @param nosNoted what people said no to whose own history cannot be read, until it can
     * @param checkedAt when everything was last read from end to end
     * @param checkingSince since when it is being read; none while it is not
     * @param listsRemade when the lists of work were last made anew because they were damaged, if ever
     * @param nosMissingSince who was registered until then waits for an officer's word; none while nobody does
     * @param confirmedPersons for whom an officer gave it
     */
    record Standing(
            boolean whole,
            List<Open> doubts,
            List<Accepted> accepted,
            int damagedStreams,
            int damagedKeys,
            List<String> damagedOwners,
            long damagedRows,
            boolean faultFound,
            boolean takenOver,
            List<Noted> nosNoted,
            @Nullable Instant checkedAt,
            @Nullable Instant checkingSince,
            @Nullable Instant listsRemade,
            @Nullable Instant nosMissingSince,
            List<String> confirmedPersons) {}

    /**
     * @param id by which it is settled; without personal data
     * @param forbids whether nothing is cleared while it is open
     * @param count of takedowns that cannot be ordered again, how many; else absent
     */
    record Open(
            String id,
            String code,
            Instant since,
            boolean forbids,
            @Nullable Integer count) {
        static Open of(OpenDoubt open) {
            return new Open(
                    open.doubt().id(),
                    open.doubt().code(),
                    open.since(),
                    open.doubt().forbids(),
                    takedowns(open.doubt()));
        }
    }

    /** @param by the account of who accepted it; {@code GET /api/staff/{id}} tells whose it is, to those who may know */
    record Accepted(
            String code,
            LossReason reason,
            Instant at,
            String by,
            @Nullable Integer count) {
        static Accepted of(AcceptedLoss loss) {
            DoubtSettled settled = loss.settled();
            return new Accepted(
                    settled.doubt().code(), settled.reason(), settled.at(), loss.by(), takedowns(settled.doubt()));
        }
    }

    private static @Nullable Integer takedowns(Doubt doubt) {
        return doubt instanceof TakedownsUnknown unknown ? unknown.count() : null;
    }

    record Noted(PersonId personId, NotedNo.Kind kind, Instant since) {
        static Noted of(OpenNo open) {
            return new Noted(open.no().person(), open.no().kind(), open.since());
        }
    }

    @GetMapping
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER, Role.AUDITOR})
    Standing standing() {
        Doubts recorded = standing.recorded();
        List<Open> open = recorded.open().stream().map(Open::of).toList();
        KeyDamage damage = vault.damage();
        boolean takenOver = vault.takenOver().isPresent();
        boolean whole = !takenOver
                && open.stream().noneMatch(Open::forbids)
                && faults.damagedStreams() == 0
                && !faults.foundSince()
                && damage.isNone();
        return new Standing(
                whole,
                open,
                standing.accepted().stream().map(Accepted::of).toList(),
                faults.damagedStreams(),
                damage.keys().size(),
                owners(damage),
                damage.strays() + damage.records(),
                faults.foundSince(),
                takenOver,
                recorded.noted().stream().map(Noted::of).toList(),
                check.last().orElse(null),
                check.underWay().orElse(null),
                lists.lastRemade().map(Remade::at).orElse(null),
                recorded.nosMissing().orElse(null),
                recorded.confirmed().stream().map(PersonId::value).sorted().toList());
    }

    private static List<String> owners(KeyDamage damage) {
        return damage.keys().stream()
                .map(key -> key.owner().value())
                .distinct()
                .sorted()
                .limit(NAMED)
                .toList();
    }

    /** Reads the history and the lists of work from end to end, now and not only at the daily hour. */
    @PostMapping("/check")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @AllowedFor({Role.ADMIN, Role.COMPLIANCE_OFFICER})
    void check() {
        check.ask();
    }

    /**
     * What accepting would do, for good.
     *
     * @param doubt what would forbid nothing any more, and nothing else with it
     * @param left what stays open
     * @param forbidsLess whether what it forbids is cleared from then on, unless something else forbids it
     * @param destroysUnnamed whether sealed records that only the missing events named are destroyed from then on
     * @param confirm to be sent along with the acceptance
     */
    record Accepting(Open doubt, List<Open> left, boolean forbidsLess, boolean destroysUnnamed, String confirm) {}

    /** What the acceptance of a doubt would do; changes nothing. */
    @GetMapping("/acceptance")
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    Accepting preview(@RequestParam String doubt) {
        Doubts recorded = standing.recorded();
        OpenDoubt accepted =
                recorded.opened(doubt).orElseThrow(() -> new RejectedException(GovernanceRejection.UNKNOWN_DOUBT));
        List<Open> left = recorded.open().stream()
                .filter(one -> !one.equals(accepted))
                .map(Open::of)
                .toList();
        String effect = doubt + "," + left.stream().map(Open::id).sorted().collect(Collectors.joining(","));
        return new Accepting(
                Open.of(accepted),
                left,
                accepted.doubt().forbids(),
                left.isEmpty() && faults.damagedStreams() == 0 && !faults.foundSince(),
                previews.word("acceptance", effect));
    }

    /**
     * @param text why, in the officer's words; kept sealed
     * @param confirm of the preview
     */
    record Acceptance(
            @Nullable String doubt,
            @Nullable LossReason reason,
            @Nullable String text,
            @Nullable String confirm) {}

    /** @param text how the officer knows; kept sealed */
    record Confirmation(@Nullable String text) {}

    /** While nos may be missing: this person's consents hold, says an officer who asked or looked. */
    @PostMapping("/confirmed-persons/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void confirm(@PathVariable String person, @RequestBody Confirmation body, Actor actor) {
        TwoPeople.human(actor);
        String text = Input.text(body.text(), "text");
        PersonId id = new PersonId(person);
        sealedCommands.send(Origins.of(actor), draft -> {
            RecordId sealed = draft.text(installation.id(), KeyScope.EDITORIAL, RecordKinds.LOSS_ACCEPTED, text);
            return new ConfirmPerson(installation.id(), id, sealed);
        });
    }

    /** The officer accepts the loss; from then on the doubt forbids nothing. */
    @PostMapping("/acceptance")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedFor(Role.COMPLIANCE_OFFICER)
    void accept(@RequestBody Acceptance body, Actor actor) {
        TwoPeople.human(actor);
        String doubt = Input.text(body.doubt(), "doubt");
        LossReason reason = Input.need(body.reason(), "reason");
        String text = Input.text(body.text(), "text");
        Previews.require(() -> preview(doubt).confirm(), body.confirm());
        sealedCommands.send(Origins.of(actor), draft -> {
            RecordId sealed = draft.text(installation.id(), KeyScope.EDITORIAL, RecordKinds.LOSS_ACCEPTED, text);
            return new SettleDoubt(installation.id(), doubt, reason, sealed);
        });
    }
}
