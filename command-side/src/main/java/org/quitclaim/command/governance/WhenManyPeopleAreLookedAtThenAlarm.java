package org.quitclaim.command.governance;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.quitclaim.command.dispatch.Commands;
import org.quitclaim.command.dispatch.Installation;
import org.quitclaim.command.dispatch.Origin;
import org.quitclaim.command.vault.RecordKinds;
import org.quitclaim.command.vault.VaultUnavailable;
import org.quitclaim.command.work.Wait;
import org.quitclaim.command.work.WorkIndex;
import org.quitclaim.domain.governance.BulkUse;
import org.quitclaim.domain.governance.GovernanceCommand.NoticeBulkUse;
import org.quitclaim.domain.vault.ActorId;
import org.quitclaim.vault.SealedRecords;
import org.quitclaim.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells officers when one account compares many faces, or reads the names of many people, on one day. Lists of people that
 * faces are sought in count once each: one shoot is one list, and a list that is changed again and again is many.
 *
 * <p><b>Guarantees:</b> counted from the history and from the access log of the vault, so that a restart forgets nothing and
 * no route that opens names is left out. The alarm names the account by its opaque id and nobody who was looked at.
 */
public final class WhenManyPeopleAreLookedAtThenAlarm implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WhenManyPeopleAreLookedAtThenAlarm.class);

    private final WorkIndex index;
    private final SealedRecords vault;
    private final Commands commands;
    private final Installation installation;
    private final BulkUseSettings settings;
    private final Clock clock;
    private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

    public WhenManyPeopleAreLookedAtThenAlarm(
            WorkIndex index,
            SealedRecords vault,
            Commands commands,
            Installation installation,
            BulkUseSettings settings,
            Clock clock) {
        this.index = index;
        this.vault = vault;
        this.commands = commands;
        this.installation = installation;
        this.settings = settings;
        this.clock = clock;
    }

    private record Compared(String actor, int count) {}

    @Override
    public void run() {
        Instant now = clock.instant();
        if (!Wait.isOver(settings.every(), Objects.requireNonNull(last.get()), now)) {
            return;
        }
        last.set(now);
        LocalDate today = LocalDate.ofInstant(now, installation.zone());
        Instant since = today.atStartOfDay(installation.zone()).toInstant();
        for (Compared one : index.all(
                "select actor, count(distinct question) from (select actor, event as question from comparison"
                        + " where at >= ? union all select actor, list from search where at >= ?)"
                        + " group by actor having count(distinct question) > ?",
                row -> new Compared(row.getString(1), row.getInt(2)),
                since.toEpochMilli(),
                since.toEpochMilli(),
                settings.comparisons())) {
            notice(new BulkUse(ActorId.of(one.actor()), BulkUse.Kind.COMPARISONS, today), one.count());
        }
        readers(since).forEach((actor, count) -> {
            if (count > settings.names()) {
                notice(new BulkUse(actor, BulkUse.Kind.NAMES, today), count);
            }
        });
    }

    private Map<ActorId, Integer> readers(Instant since) {
        try {
            return vault.readers(RecordKinds.IDENTITY, since);
        } catch (VaultException e) {
            throw new VaultUnavailable(e);
        }
    }

    private void notice(BulkUse use, int count) {
        if (commands.offer(new NoticeBulkUse(installation.id(), use, count), Origin.system("bulk-use"))
                .isPresent()) {
            LOG.warn("One account looked at many people today ({}): see /api/governance/bulk-uses.", use.kind());
        }
    }
}
